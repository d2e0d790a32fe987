package id.dampingan.sheet;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Sensitivity;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form with a question of every type, and a repeat.
final class SampleForm {
  static final ChoiceLists LISTS =
      list ->
          list.equals("desa")
              ? List.of(
                  village("3316010001", "Sambongrejo", "3316010"),
                  village("3316020002", "Sambongrejo", "3316020"),
                  village("3316030003", "Sumber", "3316030"))
              : List.of();

  private SampleForm() {}

  private static Choice village(String code, String label, String district) {
    return new Choice(
        code,
        Localized.of(label),
        Map.of("name", code, "label", label, "kode", code, "kecamatan", district));
  }

  static Localized both(String id, String en) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", id);
    texts.put("en", en);
    return new Localized(texts);
  }

  /// A field made in steps.
  record Q(
      String name,
      FieldType type,
      @Nullable String list,
      boolean file,
      boolean required,
      boolean derived,
      boolean key,
      String number,
      String relevant) {
    static Q of(String name, FieldType type) {
      return new Q(name, type, null, false, false, false, false, "", "");
    }

    Q list(String l) {
      return new Q(name, type, l, file, required, derived, key, number, relevant);
    }

    Q file(String l) {
      return new Q(name, type, l, true, required, derived, key, number, relevant);
    }

    Q asked() {
      return new Q(name, type, list, file, true, derived, key, number, relevant);
    }

    Q computed() {
      return new Q(name, type, list, file, required, true, key, number, relevant);
    }

    Q keyed() {
      return new Q(name, type, list, file, required, derived, true, number, relevant);
    }

    Q number(String n) {
      return new Q(name, type, list, file, required, derived, key, n, relevant);
    }

    Q relevant(String r) {
      return new Q(name, type, list, file, required, derived, key, number, r);
    }

    Field field(String root) {
      return new Field(
          name,
          root + "/" + name,
          List.of(),
          type,
          both("Label " + name, "Question " + name),
          both("Petunjuk " + name, "Hint " + name),
          Localized.EMPTY,
          list,
          file,
          "",
          required,
          relevant,
          "",
          derived,
          false,
          key,
          Sensitivity.NONE,
          number,
          false,
          "",
          Map.of(),
          "");
    }
  }

  static FormTable table(String name, @Nullable String parent, String label, List<Q> questions) {
    List<Field> fields = new ArrayList<>();
    questions.forEach(question -> fields.add(question.field("/" + name)));
    return new FormTable(name, parent, "/" + name, both(label, label + " (en)"), fields);
  }

  static Form form(String id, String version, List<FormTable> tables) {
    return new Form(
        id,
        version,
        both("Judul " + id, "Title " + id),
        List.of("id", "en"),
        Map.of("id", "Indonesia", "en", "English"),
        "",
        tables,
        Map.of(
            "warna",
            List.of(
                new Choice("01", both("Merah", "Red"), Map.of()),
                new Choice("02", both("Hijau; muda", "Light green"), Map.of()),
                new Choice("03", both("Biru", "Blue"), Map.of()),
                new Choice("m", both("Tua", "Old"), Map.of()),
                new Choice("n", both("Tua sekali", "Old"), Map.of()))),
        List.of(),
        List.of("desa"),
        "");
  }

  static Form all() {
    List<Q> questions = new ArrayList<>();
    questions.add(Q.of("desa", FieldType.SELECT_ONE).file("desa").asked().keyed());
    questions.add(Q.of("nik", FieldType.TEXT).number("nik").asked().keyed());
    for (FieldType type : FieldType.values()) {
      Q question = Q.of("f_" + type.name().toLowerCase(java.util.Locale.ROOT), type);
      questions.add(type.isChoice() ? question.list("warna") : question);
    }
    questions.add(
        Q.of("bila", FieldType.TEXT)
            .asked()
            .relevant("${f_select_one} = '01' or not(selected('02 03', ${f_select_multiple}))"));
    questions.add(Q.of("total", FieldType.TEXT).computed());
    FormTable main = table("contoh", null, "Contoh", questions);
    FormTable repeat =
        table(
            "contoh/anggota",
            "contoh",
            "Anggota",
            List.of(Q.of("nama", FieldType.TEXT).keyed(), Q.of("umur", FieldType.INTEGER)));
    return form("contoh", "2026.1", List.of(main, repeat));
  }
}
