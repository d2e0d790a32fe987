package id.dampingan.form.xlsform;

import java.util.Objects;

/// The question `audit`, which records how a form was filled and belongs to the metadata.
final class Audits {
  private final Parameters parameters;
  private final Faults faults;

  Audits(Parameters parameters, Faults faults) {
    this.parameters = parameters;
    this.faults = faults;
  }

  Item read(Row row) {
    if (row.has("name") && !row.get("name").equals("audit")) {
      faults.add(
          row, "name", "audit_name", "An audit must be named 'audit'.", "Leave its name empty.");
    }
    QuestionType type = QuestionType.of("audit");
    Item item = new Item(Item.Kind.QUESTION, "audit", row, type);
    item.parameters = parameters.read(row, Objects.requireNonNull(type), false);
    long place =
        item.parameters.keySet().stream().filter(key -> key.startsWith("location-")).count();
    if (place != 0 && place != 3) {
      faults.add(
          row,
          "parameters",
          "bad_parameters",
          "An audit with location needs all of location-priority, location-min-interval and"
              + " location-max-age.",
          "Add the missing ones.");
    }
    String oldest = item.parameters.getOrDefault("location-max-age", "");
    String interval = item.parameters.getOrDefault("location-min-interval", "");
    if (oldest.matches("\\d{1,9}")
        && interval.matches("\\d{1,9}")
        && Integer.parseInt(oldest) < Integer.parseInt(interval)) {
      faults.add(
          row,
          "parameters",
          "bad_parameters",
          "location-max-age of an audit must not be less than location-min-interval.",
          "Raise location-max-age or lower location-min-interval.");
    }
    item.parameters.forEach((key, value) -> item.bind.put("odk:" + key, value));
    return item;
  }
}
