# What one does with a checkout of mingbai. "make help" explains every target.
# Needed: Go and make. "make test" also needs a browser and the HTML checkers;
# .ci/deps installs what is missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .bin/mingbai
# How long each fuzz target runs.
FUZZTIME ?= 20s
# Where "make serve" listens, e.g. make serve ADDR=127.0.0.1:9000
ADDR ?= 127.0.0.1:1313
# The comparison with Hugo: where its corpus generator is, how many times the
# corpus has its document, rounds that count, the sizes of the second series, and
# where to leave the projects for use by hand, e.g. make bench SCALE=5 KEEP=/tmp/kept
BENCH ?= ../shared/bench
SCALE ?= 25
ROUNDS ?= 3
SCALES ?= 1,25
KEEP ?=
HUGO_VERSION := v0.165.0
HUGO := .bin/hugo-$(HUGO_VERSION)
# The binary needs no C compiler.
export CGO_ENABLED := 0

.PHONY: help
help: ## Explain every target. 说明各个目标。
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: bin
bin: ## Compile the command into .bin/. 编译命令到 .bin/。
	@go build -o $(BIN) ./cmd/mingbai

.PHONY: site
site: bin ## Read seeds/ into content/ and build the site into public/. 导入文件并生成网站。
	@$(BIN) import
	@$(BIN) build

.PHONY: serve
serve: bin ## Preview the site with live reload until Ctrl-C. 本机预览，改动即时刷新。
	@$(BIN) serve --addr $(ADDR)

.PHONY: check
check: bin ## Check content and pages of this site. 检查本站内容和页面。
	@$(BIN) check

.PHONY: lint
lint: ## Check format and code: gofmt, go vet, staticcheck. 检查代码格式和质量。
	@echo "== gofmt"
	@unformatted=$$(gofmt -l assets cmd layouts); \
	if [[ -n "$$unformatted" ]]; then echo "not formatted (run gofmt -w):"; echo "$$unformatted"; exit 1; fi
	@echo "== go vet"
	@go vet ./...
	@echo "== staticcheck"
	@go tool staticcheck ./...

.PHONY: test
test: deps lint ## Run every check and test, as continuous integration does. 运行全部检查和测试。
	@echo "== go test"
	@go test ./...

.PHONY: deps
deps: ## Install what the tests need and the machine lacks. 安装测试所需而本机没有的工具。
	@.ci/deps

.PHONY: bench-search
bench-search: deps ## Measure the search beside Pagefind; the last line is JSON. 与 Pagefind 对比测量搜索，末行为 JSON。
	@mkdir -p .bin
	@go test -count=1 -timeout 30m -run '^TestSearchBesidePagefind$$' ./cmd/mingbai/internal/browsertest -bench-search "$(CURDIR)/.bin/bench-search.json"
	@cat .bin/bench-search.json

.PHONY: bench-programs
bench-programs: bin
	@go build -o .bin/bench ./cmd/mingbai/internal/bench
	@rm -f .bin/corpusgen
	@if [[ -d "$(BENCH)/corpusgen" ]]; then cd "$(BENCH)/corpusgen" && go build -o "$(CURDIR)/.bin/corpusgen" .; fi

$(HUGO):
	@echo "== installing Hugo $(HUGO_VERSION), which takes some minutes"
	@GOBIN="$(CURDIR)/.bin/install" go install github.com/gohugoio/hugo@$(HUGO_VERSION)
	@mv .bin/install/hugo $@

.PHONY: bench
bench: bench-programs ## Measure builds beside Hugo, SCALE=25; the last line is JSON. 与 Hugo 对比测量生成速度，末行为 JSON。
	@if [[ -f .bin/corpusgen ]]; then $(MAKE) -s $(HUGO); fi
	@.bin/bench -mingbai $(BIN) -hugo $(HUGO) -corpusgen .bin/corpusgen -seed seeds/yunnan-2022-ten-special-actions.txt \
		-scale $(SCALE) -rounds $(ROUNDS) -sizes "$(SCALES)" -keep "$(KEEP)"

.PHONY: bench-short
bench-short: bench-programs ## The same in some seconds, with a Hugo that is there already. 简短的对比测量。
	@.bin/bench -mingbai $(BIN) -hugo $(HUGO) -corpusgen .bin/corpusgen -seed seeds/yunnan-2022-ten-special-actions.txt \
		-scale 1 -rounds 1 -edits 1 -sizes 1,3

.PHONY: fuzz
fuzz: ## Run every fuzz target for FUZZTIME each. 逐个运行模糊测试，每个 FUZZTIME。
	@go list ./... | while read -r pkg; do \
		for target in $$(go test -list '^Fuzz' "$$pkg" | grep '^Fuzz' || true); do \
			echo "== $$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) "$$pkg"; \
		done; \
	done

.PHONY: accuracy
accuracy: ## Measure the reader: precision, recall and F1. 测量读取准确率。
	@go test -count=1 -run 'TestAccuracy|TestLabelled' -v ./cmd/mingbai/internal/parse | sed -n 's/^ *[a-z]*_test\.go:[0-9]*: //p; /^FAIL/p; /^ok/p'

.PHONY: clean
clean: ## Remove what was built; content/ stays. 清除生成物，保留 content/。
	@rm -rf .bin .mingbai
	@find public -mindepth 1 -not -name .gitkeep -delete
