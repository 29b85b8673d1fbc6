package advisor_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allowed is what the core may import, with the reason. Each package named
// here costs every visitor of the page.
var allowed = map[string]string{
	"bytes":         "the input is bytes",
	"cmp":           "ordering",
	"errors":        "messages without formatting",
	"fmt":           "safejs brings it anyway",
	"iter":          "sequences of lines",
	"maps":          "ordering keys",
	"math":          "limits of numbers, rounding up",
	"math/bits":     "overflow",
	"slices":        "ordering, searching",
	"sort":          "ordering",
	"strconv":       "numbers",
	"strings":       "text",
	"sync":          "tables that are made when first asked, and not at the start; the runtime brings it anyway",
	"unicode":       "letters of names",
	"unicode/utf16": "files that Windows wrote",
	"unicode/utf8":  "columns",
}

// above is what each package of the core may import of the others: arrows
// point down only.
var above = map[string][]string{
	"advisor":          {"advisor/capacity", "advisor/dump", "advisor/remedy", "advisor/report", "advisor/rule"},
	"advisor/report":   {"advisor/capacity", "advisor/dump", "advisor/remedy", "advisor/rule"},
	"advisor/remedy":   {"advisor/dump", "advisor/rule"},
	"advisor/rule":     {"advisor/capacity", "advisor/dump"},
	"advisor/capacity": {},
	"advisor/dump":     {},
}

// gates are modules that one folder alone may import, so that replacing one
// changes one folder.
var gates = map[string]string{
	"github.com/hack-pad/safejs": "wasm",
	"github.com/yuin/goldmark":   "site",
	"github.com/alecthomas":      "site",
	"github.com/evanw/esbuild":   "site",
	"github.com/andybalholm":     "site",
	"github.com/chromedp":        "site",
	"syscall/js":                 "nobody",
}

// sources calls f with each Go file of the product: its path below the
// repository's root, its folder and its syntax.
func sources(t *testing.T, f func(name, folder string, file *ast.File)) {
	t.Helper()
	root := os.DirFS("..")
	files := token.NewFileSet()
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(files, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		f(name, path.Dir(name), file)
		return nil
	})
	require.NoError(t, err)
}

func TestTheCoreImportsOnlyItsShortList(t *testing.T) {
	sources(t, func(name, folder string, file *ast.File) {
		own, core := above[folder]
		if !core {
			return
		}
		for _, spec := range file.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if inside, ok := strings.CutPrefix(path, "headroom/"); ok {
				assert.Contains(t, own, inside, "%s imports a package that stands above it", name)
				continue
			}
			assert.Contains(t, allowed, path, "%s: give the reason in this test, or do without", name)
		}
	})
}

func TestEachModuleHasOneFolder(t *testing.T) {
	sources(t, func(name, folder string, file *ast.File) {
		for _, spec := range file.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			for module, home := range gates {
				if path == module || strings.HasPrefix(path, module+"/") {
					assert.True(t, folder == home || strings.HasPrefix(folder, home+"/"), "%s imports %s, which only %s may", name, path, home)
				}
			}
		}
	})
}

func TestNothingRunsBeforeMain(t *testing.T) {
	sources(t, func(name, _ string, file *ast.File) {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil {
				assert.NotEqual(t, "init", fn.Name.Name, "%s has an init function", name)
			}
		}
	})
}

// Go leaves a file called rules_linux.go out of every other build, the WASM
// among them.
func TestNoFileNameIsABuildConstraint(t *testing.T) {
	systems := []string{"aix", "android", "darwin", "freebsd", "illumos", "js", "linux", "netbsd", "openbsd", "solaris", "wasm", "windows", "amd64", "arm64"}
	sources(t, func(name, _ string, _ *ast.File) {
		base := strings.TrimSuffix(path.Base(name), ".go")
		for _, system := range systems {
			assert.False(t, strings.HasSuffix(base, "_"+system), "%s would vanish from other builds", name)
		}
	})
}

func TestEachPackageSaysWhatItIsFor(t *testing.T) {
	said := map[string]bool{}
	sources(t, func(_, folder string, file *ast.File) {
		said[folder] = said[folder] || file.Doc != nil
	})
	for folder, ok := range said {
		assert.True(t, ok, "package %s has no comment", folder)
	}
}
