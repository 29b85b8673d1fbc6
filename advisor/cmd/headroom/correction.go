package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"headroom/advisor"
	"headroom/advisor/dump"
	"headroom/advisor/report"
)

// A said is one -as: what lines of a file really are.
type said struct {
	file string // empty where there is but one
	dump.Correction
}

// say reads FILE:FROM-TO=MEANING. The name of a file may hold all of these signs.
func (h *hostFlags) say(text string) error {
	at := strings.LastIndexByte(text, '=')
	if at < 0 {
		return errors.New("it is to be [FILE:]FROM-TO=MEANING")
	}
	s := said{Correction: dump.Correction{As: text[at+1:]}}
	lines := text[:at]
	if at = strings.LastIndexByte(lines, ':'); at >= 0 {
		s.file, lines = lines[:at], lines[at+1:]
	}
	from, to, two := strings.Cut(lines, "-")
	if !two {
		to = from
	}
	var err1, err2 error
	s.From, err1 = strconv.Atoi(from)
	s.To, err2 = strconv.Atoi(to)
	if err1 != nil || err2 != nil {
		return fmt.Errorf("%q are no lines, such as 3-40", lines)
	}
	h.said = append(h.said, s)
	return nil
}

// correct gives each file what is said of its lines.
func correct(inputs []advisor.Input, all []said) error {
	for _, s := range all {
		file, err := fileSaid(inputs, s.file)
		if err != nil {
			return err
		}
		file.Corrections = append(file.Corrections, s.Correction)
	}
	return nil
}

// fileSaid is the only file of that name, or the only file where there is no name.
func fileSaid(inputs []advisor.Input, name string) (*dump.File, error) {
	var found []*dump.File
	for i := range inputs {
		for k := range inputs[i].Files {
			if file := &inputs[i].Files[k]; name == "" || file.Name == name {
				found = append(found, file)
			}
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case name == "":
		return nil, errors.New("of several files it has to name one, as FILE:LINES=MEANING")
	case len(found) == 0:
		return nil, fmt.Errorf("no input is called %q", name)
	}
	return nil, fmt.Errorf("several inputs are called %q", name)
}

// followed is an error where something that was said of lines could not be
// followed: the answer would be one to another text.
func followed(r *report.Report) error {
	if len(r.Dump.Complaints) == 0 {
		return nil
	}
	return errors.New("-as: " + strings.Join(r.Dump.Complaints, " "))
}

// meaningsHelp lists what lines can be said to be.
func meaningsHelp() string {
	var b strings.Builder
	b.WriteString("-as says what lines really are, and may be given again: -as 3-40=sysctl.conf, of several files -as mail.txt:3-40=sysctl.conf.\nThe meanings:\n")
	for _, m := range dump.Meanings(dump.Unknown) {
		fmt.Fprintf(&b, "  %-15s %s\n", m.ID, m.Title)
	}
	return b.String()
}
