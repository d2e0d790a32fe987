package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A session judges what it holds as the engine judges its result.
class FormLawTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final UUID ROOT = new UUID(0, 1);

  private static final ChoiceLists LISTS =
      list ->
          switch (list) {
            case "desa" ->
                List.of(
                    village("33.16.13.2001"), village("33.16.01.2008"), village("33.16.01.2009"));
            case "putaran" -> List.of(village("2026-1"), village("2026-2"));
            case "rumah_tangga" ->
                List.of(
                    new Choice("rt1", Localized.of("Parmin"), Map.of("desa", "33.16.13.2001")),
                    new Choice("rt2", Localized.of("Siti"), Map.of("desa", "33.16.01.2008")));
            default -> List.of();
          };

  private static final Form HOUSEHOLD = read("rumah_tangga.md");
  private static final FormEngine ENGINE = engine();

  private static Choice village(String code) {
    return new Choice(code, Localized.of(code), Map.of("kode", code));
  }

  private static Form read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            FormLawTest.class.getResourceAsStream("/id/dampingan/programme/forms/" + name))) {
      return XlsForms.read(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FormEngine engine() {
    try {
      return FormEngine.of(HOUSEHOLD, LISTS);
    } catch (FormException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 10)
  void judgesASessionAsItsResult(@ForAll Random random) throws FormException {
    FilledForm filled = household(random);
    SessionSetting setting =
        SessionSetting.of(
            Clock.fixed(
                TODAY.atTime(23, 59, 59).atZone(ZoneId.systemDefault()).toInstant(),
                ZoneId.systemDefault()));
    FormSession session = FormSession.start(HOUSEHOLD, LISTS, setting, null, ROOT);
    List<Runnable> acts = new ArrayList<>();
    for (FilledRow row : filled.rows()) {
      if (row.parent() != null) {
        session.addRow(row.table(), ROOT, row.uuid());
      }
      row.values()
          .forEach((field, value) -> acts.add(() -> session.answer(row.uuid(), field, value)));
    }
    Collections.shuffle(acts, random);
    acts.forEach(Runnable::run);
    assertEquals(ENGINE.judge(session.filled(), JudgeSetting.on(TODAY)), session.judge());
    FormSession again = FormSession.start(HOUSEHOLD, LISTS, setting, session.filled(), ROOT);
    assertEquals(session.filled(), again.filled());
    assertEquals(session.judge(), again.judge());
  }

  private static FilledForm household(Random random) {
    List<FilledRow> rows = new ArrayList<>();
    int members = random.nextInt(4);
    for (int i = 0; i <= members; i++) {
      FormTable table = HOUSEHOLD.tables().get(i == 0 ? 0 : 1);
      Map<String, String> values = new HashMap<>();
      for (Field field : table.fields()) {
        if (!field.derived() && !field.readOnly() && random.nextInt(4) > 0) {
          String value = value(field, random);
          if (!value.isEmpty()) {
            values.put(field.name(), value);
          }
        }
      }
      rows.add(
          new FilledRow(
              table.name(), i == 0 ? ROOT : new UUID(1, i), i == 0 ? null : ROOT, i, values));
    }
    return new FilledForm(HOUSEHOLD.id(), HOUSEHOLD.version(), rows);
  }

  private static String value(Field field, Random random) {
    if (field.type().isChoice()) {
      List<String> codes =
          new ArrayList<>(
              field.listFromFile()
                  ? LISTS.items(Objects.requireNonNull(field.list())).stream()
                      .map(c -> c.properties().getOrDefault("kode", c.value()))
                      .toList()
                  : HOUSEHOLD.choices().getOrDefault(field.list(), List.of()).stream()
                      .map(Choice::value)
                      .toList());
      if (codes.isEmpty()) {
        return "";
      }
      if (field.type() == FieldType.SELECT_ONE) {
        // Early choices more often, so that the household is often assessed.
        return codes.get(Math.min(random.nextInt(codes.size()), random.nextInt(codes.size())));
      }
      Collections.shuffle(codes, random);
      return CanonicalValue.of(
              field.type(), String.join(" ", codes.subList(0, Math.min(codes.size(), 2))))
          .text();
    }
    return switch (field.type()) {
      case INTEGER -> Integer.toString(random.nextInt(140) - 5);
      case DECIMAL -> Integer.toString(random.nextInt(700));
      case DATE -> TODAY.minusDays(random.nextInt(30000) - 1000).toString();
      case TEXT ->
          field.number().equals("nik")
              ? "331613" + (10 + random.nextInt(30)) + "0759001" + random.nextInt(10)
              : List.of("Contoh", "3316131001189001", "081234567890", "003", "X1")
                  .get(random.nextInt(5));
      default -> "";
    };
  }
}
