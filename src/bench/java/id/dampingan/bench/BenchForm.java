package id.dampingan.bench;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.SystemField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A household form of 40 columns with the kinds of questions and rules that the programme's has.
final class BenchForm {
  static final String ID = "rt_bench";

  private BenchForm() {}

  static String markdown() {
    StringBuilder form = new StringBuilder("| survey |\n");
    form.append("| | type | name | label | required | relevant | constraint | calculation |");
    form.append(" bind::dampingan:kunci |\n");
    line(form, "text", "desa", "yes", "", "", "", "ya");
    line(form, "text", "nik", "yes", "", "regex(., '^[0-9]{16}$')", "", "ya");
    line(form, "text", "nama", "yes", "", "regex(., \"^[A-Za-z .,'-]{2,100}$\")", "", "");
    line(form, "text", "alamat", "yes", "", "", "", "");
    line(form, "text", "rt", "", "", "regex(., '^[0-9]{1,3}$')", "", "");
    line(form, "text", "hp", "", "", "regex(., '^(0\\|62)8[0-9]{7,11}$')", "", "");
    line(form, "date", "tanggal", "yes", "", ". <= today()", "", "");
    line(form, "date", "lahir", "", "", ". <= ${tanggal}", "", "");
    line(form, "decimal", "luas", "", "", ". >= 1 and . <= 500", "", "");
    line(form, "select_one yn", "bantuan", "yes", "", "", "", "");
    line(form, "decimal", "nilai", "", "${bantuan} = '1'", ". >= 0", "", "");
    line(form, "select_multiple milik", "milik", "", "", "", "", "");
    for (int i = 1; i <= 12; i++) {
      line(form, "select_one skala", "p" + i, "yes", "", "", "", "");
    }
    for (int i = 1; i <= 12; i++) {
      line(form, "integer", "n" + i, "", "", ". >= 0 and . <= 1000", "", "");
    }
    line(form, "calculate", "jumlah", "", "", "", "${n1} + ${n2} + ${n3}", "");
    line(form, "calculate", "layak", "", "", "", "if(${p1} = '1' and ${p2} = '1', 1, 0)", "");
    line(form, "calculate", "per_orang", "", "", "", "${n4} * 2", "");
    line(form, "calculate", "tanda", "", "", "", "concat(${rt}, '-', ${p3})", "");
    form.append("\n| choices |\n| | list_name | name | label |\n");
    form.append("| | yn | 1 | Ya |\n| | yn | 0 | Tidak |\n");
    for (int i = 1; i <= 5; i++) {
      form.append("| | skala | ").append(i).append(" | Tingkat ").append(i).append(" |\n");
      form.append("| | milik | b").append(i).append(" | Barang ").append(i).append(" |\n");
    }
    form.append("\n| settings |\n| | form_title | form_id | version | namespaces |\n");
    form.append("| | Rumah tangga | ").append(ID).append(" | 1 |");
    form.append(" dampingan=\"http://dampingan.id/xforms\" |\n");
    return form.toString();
  }

  private static void line(
      StringBuilder form,
      String type,
      String name,
      String required,
      String relevant,
      String constraint,
      String calculation,
      String key) {
    String label = type.equals("calculate") ? "" : "Pertanyaan " + name;
    form.append("| | ").append(type).append(" | ").append(name).append(" | ").append(label);
    form.append(" | ").append(required).append(" | ").append(relevant).append(" | ");
    form.append(constraint).append(" | ").append(calculation).append(" | ").append(key);
    form.append(" |\n");
  }

  static Form read() throws FormException, IOException {
    return XlsForms.read(ID + ".md", source());
  }

  static byte[] source() {
    return markdown().getBytes(StandardCharsets.UTF_8);
  }

  /// The answers of one household, the same for the same number.
  static Map<String, String> answers(int number) {
    Random random = new Random(number);
    Map<String, String> answers = new TreeMap<>(CodePoints.ORDER);
    answers.put("desa", "33.16.13." + (2001 + number / 1000 % 25));
    answers.put(
        "nik",
        String.format(
            "331613%02d%02d%02d%04d",
            1 + random.nextInt(28),
            1 + random.nextInt(12),
            random.nextInt(100),
            1 + number % 9999));
    answers.put("nama", "Contoh " + name(random) + " " + name(random));
    answers.put("alamat", "Dukuh Contoh " + name(random) + " nomor " + number);
    answers.put("rt", Integer.toString(1 + random.nextInt(12)));
    answers.put("hp", "0812" + String.format("%08d", random.nextInt(100_000_000)));
    answers.put("tanggal", "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
    answers.put("lahir", (1940 + random.nextInt(60)) + "-05-2" + random.nextInt(9));
    answers.put("luas", Integer.toString(20 + random.nextInt(100)));
    answers.put("bantuan", "1");
    answers.put("nilai", Integer.toString(random.nextInt(5_000) * 100 + 1));
    answers.put("milik", "b1 b" + (2 + random.nextInt(4)));
    for (int i = 1; i <= 12; i++) {
      answers.put("p" + i, Integer.toString(1 + random.nextInt(5)));
      answers.put("n" + i, Integer.toString(random.nextInt(1000)));
    }
    return answers;
  }

  /// What the form's calculations give for these answers.
  static Map<String, String> derived(Map<String, String> answers) {
    Map<String, String> derived = new TreeMap<>(CodePoints.ORDER);
    derived.put("jumlah", Integer.toString(n(answers, 1) + n(answers, 2) + n(answers, 3)));
    boolean good = "1".equals(answers.get("p1")) && "1".equals(answers.get("p2"));
    derived.put("layak", good ? "1" : "0");
    derived.put("per_orang", Integer.toString(2 * n(answers, 4)));
    derived.put("tanda", answers.get("rt") + "-" + answers.get("p3"));
    derived.put(SystemField.STATUS, SystemField.STATUS_COMPLETE);
    return derived;
  }

  private static int n(Map<String, String> answers, int i) {
    return Integer.parseInt(answers.getOrDefault("n" + i, "0"));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    name.append((char) ('A' + random.nextInt(26)));
    for (int i = 0; i < 4 + random.nextInt(5); i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }
}
