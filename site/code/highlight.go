package code

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// highlight is code as markup. Only what helps to read a block of commands has
// a class: comments, strings, variables and the words of the language. The rest
// stays as it is, so that pages stay small.
func highlight(language, text string) string {
	if uncoloured(language) {
		return escape.Replace(text)
	}
	tokens, err := chroma.Coalesce(lexers.Get(language)).Tokenise(nil, text)
	if err != nil {
		return escape.Replace(text)
	}
	var out strings.Builder
	open := ""
	for _, token := range tokens.Tokens() {
		class := classOf(token.Type)
		if blank := strings.TrimSpace(token.Value) == ""; class != open && !blank {
			turn(&out, open, class)
			open = class
		}
		out.WriteString(escape.Replace(token.Value))
	}
	turn(&out, open, "")
	return out.String()
}

// escape is for text between tags, where quotes may stand as they are.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// turn ends the span of one class and begins that of the next; "" has none.
func turn(out *strings.Builder, from, to string) {
	if from != "" {
		out.WriteString("</span>")
	}
	if to != "" {
		out.WriteString(`<span class="` + to + `">`)
	}
}

// classOf is the one-letter class of a token, as the style sheet has it.
func classOf(t chroma.TokenType) string {
	switch {
	case t.InCategory(chroma.Comment):
		return "c"
	case t.InSubCategory(chroma.LiteralString):
		return "s"
	case t.InSubCategory(chroma.NameVariable), t == chroma.NameAttribute:
		return "v"
	case t.InCategory(chroma.Keyword), t == chroma.NameTag:
		return "k"
	}
	return ""
}
