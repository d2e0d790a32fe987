package id.dampingan.form.xlsform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The numbers of a question of type range: where it starts and ends, its steps, ticks and labels.
final class Ranges {
  private static final Set<String> OF_TICKS =
      Set.of("tick_interval", "placeholder", "tick_labelset");

  private final ChoiceSheet choices;
  private final Faults faults;

  Ranges(ChoiceSheet choices, Faults faults) {
    this.choices = choices;
    this.faults = faults;
  }

  /// Checks the parameters and writes them as attributes of the control.
  void apply(Item item) {
    String appearance = item.appearance;
    boolean ticks = item.parameters.keySet().stream().anyMatch(OF_TICKS::contains);
    if (ticks
        && !appearance.isEmpty()
        && !appearance.contains("vertical")
        && !appearance.contains("no-ticks")) {
      fault(
          item,
          "tick_interval, placeholder and tick_labelset work only with the appearances vertical"
              + " and no-ticks, or without one");
    }
    BigDecimal start = number(item, "start", "1");
    BigDecimal end = number(item, "end", "10");
    BigDecimal step = number(item, "step", "1");
    if (start == null || end == null || step == null) {
      // Told where the parameters were read.
      return;
    }
    BigDecimal tick = number(item, "tick_interval", null);
    BigDecimal placeholder = number(item, "placeholder", null);
    Scale scale = new Scale(start, end, step);
    fits(item, "step", step, scale);
    if (tick != null && fits(item, "tick_interval", tick, scale) && !multiple(tick, step)) {
      fault(item, "'tick_interval' must be a multiple of 'step'");
    }
    if (placeholder != null && !multiple(placeholder.subtract(start), step)) {
      fault(item, "'placeholder' must be 'start' and a multiple of 'step'");
    }
    if (placeholder != null && !scale.holds(placeholder)) {
      fault(item, "'placeholder' must be between 'start' and 'end'");
    }
    labels(item, scale, tick == null ? step : tick);
    item.body.put("start", item.parameters.getOrDefault("start", "1"));
    item.body.put("end", item.parameters.getOrDefault("end", "10"));
    item.body.put("step", item.parameters.getOrDefault("step", "1"));
    copy(item, "tick_interval", "odk:tick-interval");
    copy(item, "placeholder", "odk:placeholder");
    if (!isWhole(start)
        || !isWhole(end)
        || !isWhole(step)
        || (tick != null && !isWhole(tick))
        || (placeholder != null && !isWhole(placeholder))) {
      item.bind.putIfAbsent("type", "decimal");
    }
  }

  private record Scale(BigDecimal start, BigDecimal end, BigDecimal step) {
    BigDecimal width() {
      return end.subtract(start).abs();
    }

    boolean holds(BigDecimal value) {
      return value.compareTo(start.min(end)) >= 0 && value.compareTo(start.max(end)) <= 0;
    }
  }

  private boolean fits(Item item, String name, BigDecimal value, Scale scale) {
    if (value.signum() == 0) {
      // Told where the parameters were read.
      return false;
    }
    if (value.compareTo(scale.width()) > 0) {
      fault(item, "'" + name + "' must not be larger than the range");
      return false;
    }
    return true;
  }

  private void labels(Item item, Scale scale, BigDecimal unit) {
    String list = item.parameters.getOrDefault("tick_labelset", "");
    if (list.isEmpty()) {
      return;
    }
    if (!choices.has(list) || choices.isExternal(list)) {
      fault(item, "'tick_labelset' must name a list of the choices sheet, not '" + list + "'");
      return;
    }
    Set<BigDecimal> values = new TreeSet<>();
    for (ChoiceSheet.Option option : choices.options(list)) {
      BigDecimal value = parse(option.name());
      if (value == null) {
        fault(item, "the choice '" + option.name() + "' of '" + list + "' must be a number");
      } else if (!scale.holds(value)) {
        fault(item, "the choice '" + option.name() + "' of '" + list + "' is outside the range");
      } else if (!multiple(value.subtract(scale.start()), unit)) {
        fault(item, "the choice '" + option.name() + "' of '" + list + "' is on no tick");
      } else {
        values.add(value);
      }
    }
    if (item.appearance.contains("no-ticks")) {
      boolean ends = values.size() == 2 && values.containsAll(List.of(scale.start(), scale.end()));
      if (!ends) {
        fault(
            item,
            "with the appearance no-ticks the list '"
                + list
                + "' must hold just the numbers of 'start' and 'end'");
      }
    }
    item.ticks = list;
  }

  private static void copy(Item item, String parameter, String attribute) {
    String value = item.parameters.get(parameter);
    if (value != null) {
      item.body.put(attribute, value);
    }
  }

  private static @Nullable BigDecimal number(Item item, String name, @Nullable String otherwise) {
    String text = item.parameters.getOrDefault(name, otherwise);
    return text == null ? null : parse(text);
  }

  private static @Nullable BigDecimal parse(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean multiple(BigDecimal value, BigDecimal of) {
    return of.signum() != 0 && value.remainder(of).signum() == 0;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private void fault(Item item, String what) {
    Parameters.fault(faults, item.row, what);
  }
}
