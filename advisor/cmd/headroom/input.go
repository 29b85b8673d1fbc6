package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// systems are the names that -os takes.
var systems = []string{
	dump.Linux, dump.Solaris, dump.FreeBSD, dump.HPUX, dump.Windows, dump.MacOS,
	dump.OpenBSD, dump.NetBSD, dump.AIX, dump.ZOS, dump.Android, dump.Unknown,
}

// hostFlags are what check, fix and compare have in common: which inputs make
// a host, and what is known of it beside them.
type hostFlags struct {
	plan, os, accept string
	together         bool
	said             []said // what lines really are
}

func (h *hostFlags) define(set *flag.FlagSet) {
	set.StringVar(&h.plan, "plan", "", "what the server is to bear, as k=v,...")
	set.StringVar(&h.os, "os", "", "operating system, where the text does not say it")
	set.StringVar(&h.accept, "accept", "", "file of findings that are accepted, one a line: rule [until YYYY-MM-DD] reason")
	set.Func("as", "what lines really are, as [FILE:]FROM-TO=MEANING; may be given again", h.say)
	set.BoolVar(&h.together, "together", false, "all files come from one host")
}

// inputs reads the named files, or standard input where there is none, and
// returns one input a host.
func (h *hostFlags) inputs(names []string, stdin io.Reader) ([]advisor.Input, error) {
	if h.os != "" && !slices.Contains(systems, h.os) {
		return nil, fmt.Errorf("-os %q is none of %v", h.os, systems)
	}
	plan, err := capacity.ParsePlan(h.plan)
	if err != nil {
		return nil, fmt.Errorf("-plan: %w", err)
	}
	accept, err := h.accepted()
	if err != nil {
		return nil, err
	}
	inputs, err := readAll(names, stdin)
	if err != nil {
		return nil, err
	}
	if err := correct(inputs, h.said); err != nil {
		return nil, fmt.Errorf("-as: %w", err)
	}
	if h.together {
		inputs = []advisor.Input{join(inputs)}
	}
	for i := range inputs {
		inputs[i].OS, inputs[i].Plan = h.os, plan
		inputs[i].Accept, inputs[i].Today = accept, time.Now().Format(time.DateOnly)
	}
	return inputs, nil
}

// accepted reads the file of accepted findings, empty where none is named. A
// line that is not understood could hide a finding, so none is passed over.
func (h *hostFlags) accepted() (string, error) {
	if h.accept == "" {
		return "", nil
	}
	text, err := os.ReadFile(h.accept)
	if err != nil {
		return "", fmt.Errorf("-accept: cannot read %s: %w", h.accept, reason(err))
	}
	if _, complaints := advisor.ParseAccept(string(text)); len(complaints) > 0 {
		return "", fmt.Errorf("-accept: %s", strings.Join(complaints, "; "))
	}
	return string(text), nil
}

func readAll(names []string, stdin io.Reader) ([]advisor.Input, error) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	var inputs []advisor.Input
	for _, name := range names {
		text, err := readOne(name, stdin)
		if err != nil {
			return nil, err
		}
		called := name
		if name == "-" {
			called, name = "standard input", ""
		}
		files, err := unpack(dump.File{Name: name, Text: text})
		if err != nil {
			return nil, fmt.Errorf("cannot unpack %s: %w", called, err)
		}
		inputs = append(inputs, advisor.Input{Name: name, Files: files})
	}
	return inputs, nil
}

func readOne(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		text, err := io.ReadAll(stdin)
		if err != nil {
			return nil, fmt.Errorf("cannot read standard input: %w", reason(err))
		}
		return text, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	return text, nil
}

// reason is an error of a file without the path, which the sentence names.
func reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}

// join makes one host of several inputs.
func join(inputs []advisor.Input) advisor.Input {
	var one advisor.Input
	for _, in := range inputs {
		one.Files = append(one.Files, in.Files...)
	}
	if len(inputs) == 1 {
		one.Name = inputs[0].Name
	}
	return one
}
