// The rows of the annotated dump: the lines of all files one after the other,
// and, where there are several files, a row with its name before each.
export class Rows {
  constructor(lines) {
    const heading = lines.length > 1 ? 1 : 0;
    let row = 0;
    let line = 0;
    this.heading = heading;
    this.files = lines.map((count) => {
      const file = { row, line, count };
      row += heading + count;
      line += count;
      return file;
    });
    this.total = row;
    this.lines = line;
  }

  // of is the row of a line of a file, both counted as reports count them.
  of(file, line) {
    return this.files[file].row + this.heading + line - 1;
  }

  // window is the lines, counted through all files, that fill the rows from to
  // to, and the row at which they begin: a file's first line brings its heading.
  window(from, to) {
    const begin = this.at(Math.max(0, from));
    const end = this.at(Math.min(this.total - 1, to));
    const { row } = this.files[begin.file];
    const first = begin.line === 1 ? row : row + this.heading + begin.line - 1;
    return { from: this.files[begin.file].line + begin.line, to: this.files[end.file].line + end.line, row: first };
  }

  // at is the line at a row; a heading counts to the line below it.
  at(row) {
    let file = this.files.length - 1;
    while (file > 0 && (this.files[file].row > row || this.files[file].count === 0)) file--;
    return { file, line: Math.max(1, Math.min(this.files[file].count, row - this.files[file].row - this.heading + 1)) };
  }
}
