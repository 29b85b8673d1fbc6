// Command headroom checks what a server printed: from a terminal, for scripts,
// and as the server of the site it carries.
//
//	headroom check [flags] [FILE ...]   what is set too low, and what that means
//	headroom fix [flags] [FILE ...]     the files that mend it
//	headroom compare [flags] A B        what became better and worse between two checks
//	headroom plan [flags] k=v ...       what a plan asks of a server
//	headroom rules [flags]              the catalogue
//	headroom serve [flags]              the site on this machine
//
// The exit status is 0 when nothing is to fix, 1 when something is, and 2 for a
// mistake in the call or an input that holds nothing known.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// The exit statuses of every command.
const (
	exitOK    = 0
	exitFix   = 1
	exitUsage = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// A command is one word after headroom. Its run returns the exit status, or an
// error that is one sentence about the call.
type command struct {
	name    string
	usage   string
	summary string
	run     func(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error)
}

func commands() []command {
	return []command{
		{"check", "[-format text|json|markdown|html] [-plan k=v,...] [-os NAME] [-as LINES=MEANING] [-together] [-accept FILE] [FILE ...]", "judge what a host printed", check},
		{"fix", "[-plan k=v,...] [-os NAME] [-as LINES=MEANING] [-together] [-accept FILE] [-dir DIR] [FILE ...]", "print the files that mend it", fix},
		{"compare", "[-format text|json|markdown|html] [-plan k=v,...] [-os NAME] [-as FILE:LINES=MEANING] [-accept FILE] BEFORE AFTER", "say what was mended, what is still open and what is new", compare},
		{"plan", "[-format text|json|markdown|html] k=v ...", "compute what a plan asks of a server", plan},
		{"rules", "[-format text|json]", "print the catalogue", rules},
		{"serve", "[-addr HOST:PORT] [-dir DIR]", "serve the site on this machine", serve},
	}
}

// run is main with its surroundings as parameters.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage())
		return exitUsage
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		fmt.Fprint(stdout, usage())
		return exitOK
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.call(args[1:], stdin, stdout, stderr)
		}
	}
	fmt.Fprintf(stderr, "headroom: unknown command %q; headroom help lists them\n", args[0])
	return exitUsage
}

func (c *command) call(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	status, err := c.run(args, stdin, stdout, stderr)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(stdout, "usage: headroom %s %s\n", c.name, c.usage)
		if strings.Contains(c.usage, "[-as ") {
			fmt.Fprint(stdout, meaningsHelp())
		}
		return exitOK
	}
	if err != nil {
		fmt.Fprintf(stderr, "headroom %s: %s\n", c.name, sentence(err))
		return exitUsage
	}
	return status
}

func usage() string {
	var b strings.Builder
	b.WriteString("usage:\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  headroom %s %s\n        %s\n", c.name, c.usage, c.summary)
	}
	return b.String()
}

// sentence keeps an error on one line, whatever names it quotes.
func sentence(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}

// flags is a flag set that says nothing by itself.
func flags(name string) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	return set
}
