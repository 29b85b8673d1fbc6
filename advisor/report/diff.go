package report

import "strings"

// An edit is a line of a comparison of two texts.
type edit struct {
	kind byte // ' ' in both, '-' only before, '+' only after
	text string
}

// diffMost bounds the lines that are compared one with another; a longer file
// is shown without marks.
const diffMost = 3000

// diff compares two texts line by line, with the longest common run of lines
// kept. ok is false where they are too long for that.
func diff(before, after string) (edits []edit, ok bool) {
	a, b := splitLines(before), splitLines(after)
	if len(a) > diffMost || len(b) > diffMost {
		return nil, false
	}
	common := commonLines(a, b)
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			edits = append(edits, edit{' ', a[i]})
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			edits = append(edits, edit{'-', a[i]})
			i++
		default:
			edits = append(edits, edit{'+', b[j]})
			j++
		}
	}
	for ; i < len(a); i++ {
		edits = append(edits, edit{'-', a[i]})
	}
	for ; j < len(b); j++ {
		edits = append(edits, edit{'+', b[j]})
	}
	return edits, true
}

// commonLines is how many lines the rests of a and b from i and j on have in
// common, in their order.
func commonLines(a, b []string) [][]int16 {
	common := make([][]int16, len(a)+1)
	for i := range common {
		common[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

// splitLines returns the lines of a text without their ends.
func splitLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimRight(line, "\r\n"))
	}
	return lines
}
