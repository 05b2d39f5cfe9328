// Debian's libxml2 headers include the system's ICU, which clashes with the ICU inside Foundation.
// The name that is undefined here guards only two trailing pointers of xmlCharEncodingHandler.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global, which Swift 6 refuses.
static inline void cxml_free(void *pointer) { xmlFree(pointer); }
