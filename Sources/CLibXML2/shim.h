// Debian's libxml2 headers include the system's ICU, which clashes with the ICU inside Foundation.
// The name that is undefined here guards only two trailing pointers of xmlCharEncodingHandler.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// Why a parse was stopped by us; kept in the context's own `_private` field.
enum { CXML_RUNNING = 0, CXML_ENTITY = 1, CXML_DEPTH = 2 };

static inline int cxml_reason(xmlParserCtxtPtr context) { return (int)(long)context->_private; }

static inline void cxml_stop(xmlParserCtxtPtr context, long reason) {
  context->_private = (void *)reason;
  xmlStopParser(context);
}

// Entities are refused where they are declared: expansion in attributes cannot be switched off.
static void cxml_entity(
  void *context, const xmlChar *name, int type, const xmlChar *publicID, const xmlChar *systemID,
  xmlChar *content) {
  (void)name, (void)type, (void)publicID, (void)systemID, (void)content;
  cxml_stop((xmlParserCtxtPtr)context, CXML_ENTITY);
}

// The deepest nesting of HTML that is parsed; each end tag searches the open elements.
enum { CXML_HTML_DEPTH = 4096 };

static void cxml_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  if (((xmlParserCtxtPtr)context)->nameNr > CXML_HTML_DEPTH) {
    cxml_stop((xmlParserCtxtPtr)context, CXML_DEPTH);
    return;
  }
  xmlSAX2StartElement(context, name, attributes);
}

static inline void cxml_refuse_entities(xmlParserCtxtPtr context) {
  context->sax->entityDecl = cxml_entity;
}

// Lifts the limits of size and depth that libxml2 sets for HTML, and sets ours.
static inline void cxml_html_limits(xmlParserCtxtPtr context) {
  context->options |= XML_PARSE_HUGE;
  context->sax->startElement = cxml_html_start;
}
