package id.dampingan.foreign;

/// How a question's answer is made of the columns of another programme's table.
public enum How {
  /// The cell as it stands; of several columns the first that the table has.
  COPY,
  /// The filled cells of all columns, with the text between.
  JOIN,
  /// A piece of the cell between separators, counted from 0, or from -1 at the end.
  PART,
  /// A date whose day, month and year stand in the order of the text: `dmy`, `mdy` or `ymd`.
  DATE,
  /// One column a choice, ticked or not.
  TICKED,
  /// The same text in every row.
  CONSTANT
}
