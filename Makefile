# What each target does is in README.md. Needs Go; `make test` brings the rest.
ADDR ?= 127.0.0.1:8080
SITE = go run ./site/cmd/site -o dist -url=$(SITE_URL)
TOOLS = site/browser/node_modules
CORE = ./advisor ./advisor/capacity ./advisor/dump ./advisor/remedy ./advisor/report ./advisor/rule

.PHONY: run test build bench fuzz site lint clean

# The site is served from dist, and built anew when a page is asked for and a
# source has changed.
run: site
	go build -trimpath -o bin/headroom ./advisor/cmd/headroom
	./bin/headroom serve -addr $(ADDR) -dir dist -watch advisor,content,site,wasm -build "$(SITE)"

# The site with all that is handed on, in dist and inside of bin/headroom.
build:
	$(SITE) -release
	find advisor/cmd/headroom/site -mindepth 1 ! -name .gitkeep -delete
	cp -R dist/. advisor/cmd/headroom/site/
	go build -trimpath -o bin/headroom ./advisor/cmd/headroom

site:
	$(SITE)

# The same tests three ways: natively, the core as WASM under Node, and the
# page in a real Chromium (site/browser builds what it serves).
test: $(TOOLS)
	sh scripts/need.sh chromium node
	go test -timeout 30m ./...
	GOOS=js GOARCH=wasm go test -exec "sh $(CURDIR)/scripts/wasmexec.sh" $(CORE) ./wasm

# What the browser's tests look at pages with: axe-core and html-validate.
$(TOOLS): site/browser/package-lock.json
	sh scripts/need.sh node npm
	npm ci --silent --prefix site/browser
	touch $@

bench:
	sh scripts/need.sh chromium
	go test -run '^$$' -bench . -benchtime 2s $(CORE) ./site/...

FUZZTIME ?= 60s
fuzz:
	sh scripts/fuzz.sh $(FUZZTIME)

lint:
	test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
	GOOS=js GOARCH=wasm go vet $(CORE) ./wasm
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	go mod tidy -diff

clean:
	rm -rf bin dist build
	find advisor/cmd/headroom/site -mindepth 1 ! -name .gitkeep -delete
