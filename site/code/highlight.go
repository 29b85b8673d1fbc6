package code

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// highlight is code as markup. Only what helps to read a block of commands is
// marked: comments, strings, variables and the words of the language. The rest
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
		name := elementOf(token.Type)
		if blank := strings.TrimSpace(token.Value) == ""; name != open && !blank {
			turn(&out, open, name)
			open = name
		}
		out.WriteString(escape.Replace(token.Value))
	}
	turn(&out, open, "")
	return out.String()
}

// escape is for text between tags, where quotes may stand as they are.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// turn ends one element and begins the next; "" is none.
func turn(out *strings.Builder, from, to string) {
	if from != "" {
		out.WriteString("</" + from + ">")
	}
	if to != "" {
		out.WriteString("<" + to + ">")
	}
}

// elementOf is the element that the style sheet colours a token by.
func elementOf(t chroma.TokenType) string {
	switch {
	case t.InCategory(chroma.Comment):
		return "i"
	case t.InSubCategory(chroma.LiteralString):
		return "samp"
	case t.InSubCategory(chroma.NameVariable), t == chroma.NameAttribute:
		return "var"
	case t.InCategory(chroma.Keyword), t == chroma.NameTag:
		return "b"
	}
	return ""
}
