# Set-up, demo and tests of Shingi. Two commands do all of it on a fresh Debian 12 with a Swift
# toolchain, as root or with sudo: `make demo` and `make test`.

SHELL   := /bin/bash
PREFIX  ?= /usr/local
INDEX   ?= Index/shingi.sqlite
SHINGI  := .build/release/shingi
SOURCES := Sources Tests Package.swift

.PHONY: help demo test lint format build install deps docs figures bench-stance bench-parse bench-search bench-cite bench-web browser clean

help:
	@echo "make demo     install what is missing, build, ingest Corpus/, show the main job"
	@echo "make test     install what is missing, run all tests"
	@echo "make lint     swift format lint --strict"
	@echo "make figures  the figures that the README quotes"
	@echo "make bench-stance  stances against a keyword list, oseti and asari"
	@echo "make bench-parse   speed of reading and parsing, and of the whole ingest"
	@echo "make bench-search SIZES=10000,100000  search beside tantivy and groonga"
	@echo "make browser  the web pages in Chromium"
	@echo "make bench-web  the search pages under load, beside datasette"
	@echo "make install  copy the program and its data below PREFIX ($(PREFIX))"
	@echo "make docs     the DocC pages"

deps:
	@.ci/install-dependencies

build: deps
	swift build -c release --product shingi

demo: build
	@.ci/demo $(SHINGI) $(INDEX)

test: deps
	swift test --disable-xctest

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

figures: build
	$(SHINGI) evaluate Corpus/gold

# oseti and asari come from PyPI, into .build/bench, where pip can install them.
bench-stance: build
	@.ci/bench-stance $(SHINGI)

# tantivy comes from PyPI, into .build/bench; groonga from Debian, where it is installed.
SIZES ?= 10000,100000
bench-search: deps
	swift build -c release --product shingi-bench
	@.ci/bench-search .build/release/shingi-bench $(SIZES)

# Law XML stands beside the project, never in it: make bench-cite LAWS=folder
LAWS ?= ../shared/data/laws/derived_20250513
bench-cite:
	swift run -c release shingi-bench cite $(LAWS)

# Chromium and the tools from PyPI are optional: the tests say loudly that they were skipped.
browser: build
	@.ci/browser $(SHINGI)

bench-web: build
	@.ci/bench-web $(SHINGI)

install: build
	install -D -m 755 -s $(SHINGI) "$(DESTDIR)$(PREFIX)/bin/shingi"
	install -d "$(DESTDIR)$(PREFIX)/share/shingi"
	cp -R Corpus "$(DESTDIR)$(PREFIX)/share/shingi/"

# Documents come from ../shared/data where it is there, else they are made up.
bench-parse: deps
	swift build -c release --product shingi-bench
	.build/release/shingi-bench parse

docs:
	swift package generate-documentation --target Pipeline

clean:
	rm -rf .build
