package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"headroom/advisor/remedy"
	"headroom/advisor/report"
)

func fix(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	set := flags("fix")
	dir := set.String("dir", "", "write the files below this folder")
	var host hostFlags
	host.define(set)
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	inputs, err := host.inputs(set.Args(), stdin)
	if err != nil {
		return exitUsage, err
	}
	if *dir != "" && len(inputs) > 1 {
		return exitUsage, errors.New("-dir takes the files of one host: name one input, or add -together")
	}
	reports, status, err := checkAll(inputs, "fix", stderr)
	if err != nil {
		return exitUsage, err
	}
	if *dir != "" {
		return status, writeFiles(*dir, reports[0].Files, stdout)
	}
	_, err = stdout.Write(printFiles(reports))
	return status, err
}

// printFiles prints each file after a line that names it, as tail does for
// several files. Where hosts are told apart, a comment names each.
func printFiles(reports []*report.Report) []byte {
	var b bytes.Buffer
	for _, r := range reports {
		if len(reports) > 1 {
			fmt.Fprintf(&b, "# %s\n", sentence(errors.New(r.Name)))
		}
		for _, f := range chosen(r.Files) {
			fmt.Fprintf(&b, "==> %s <==\n%s\n", f.Path, f.Content)
		}
	}
	return b.Bytes()
}

// chosen leaves out the alternatives.
func chosen(files []remedy.File) []remedy.File {
	var kept []remedy.File
	for _, f := range files {
		if f.Instead < 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

// writeFiles writes files below dir, and the path of each to stdout. Nothing
// is written outside dir, whatever the paths are.
func writeFiles(dir string, files []remedy.File, stdout io.Writer) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder %s: %w", dir, reason(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("cannot open the folder %s: %w", dir, reason(err))
	}
	defer root.Close()
	for _, f := range chosen(files) {
		name := strings.TrimPrefix(path.Clean("/"+f.Path), "/")
		if err := writeFile(root, name, f.Content); err != nil {
			return fmt.Errorf("cannot write %s below %s: %w", name, dir, reason(err))
		}
		fmt.Fprintln(stdout, filepath.Join(dir, filepath.FromSlash(name)))
	}
	return nil
}

func writeFile(root *os.Root, name, content string) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return root.WriteFile(name, []byte(content), 0o644)
}
