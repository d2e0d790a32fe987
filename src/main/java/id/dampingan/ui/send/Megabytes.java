package id.dampingan.ui.send;

import id.dampingan.ui.Ui;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A size in megabytes as people read and type it; anything that is no size means one file.
final class Megabytes extends StringConverter<Integer> {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final Ui ui;

  Megabytes(Ui ui) {
    this.ui = ui;
  }

  @Override
  public String toString(@Nullable Integer size) {
    return size == null || size == SendModel.WHOLE
        ? ui.get("send.size.whole")
        : ui.get("send.size.each", size);
  }

  @Override
  public Integer fromString(@Nullable String typed) {
    Matcher number = NUMBER.matcher(typed == null ? "" : typed);
    return number.find() ? Integer.valueOf(number.group()) : SendModel.WHOLE;
  }
}
