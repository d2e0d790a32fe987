package id.dampingan.ui.help;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which page of the guide is open.
public final class HelpModel {
  /// The page of keys is no file: it is made of the window's own keys.
  static final String KEYS = "";

  private static final List<String> OFFICER =
      List.of(
          "mulai",
          "beranda",
          "desa",
          "daftar",
          "isian",
          "riwayat",
          "cetak",
          "kirim",
          "terima",
          "pemetaan",
          "tim",
          "benturan",
          "excel");
  private static final List<String> MASTER =
      List.of(
          "mulai",
          "beranda",
          "penerimaan",
          "pemetaan",
          "benturan",
          "tertahan",
          "ganda",
          "tinjau",
          "kirim",
          "desa",
          "daftar",
          "isian",
          "riwayat",
          "cetak",
          "excel",
          "formulir");
  private static final List<String> BOTH = List.of("pengaturan", KEYS);

  private final List<String> topics;
  private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper();

  /// @param topic the page to begin with; one that is not there for this person: the first
  /// @param master whether Bappeda works here
  public HelpModel(String topic, boolean master) {
    List<String> all = new java.util.ArrayList<>(master ? MASTER : OFFICER);
    all.addAll(BOTH);
    if (!topic.isEmpty() && !all.contains(topic)) {
      all.add(all.size() - BOTH.size(), topic);
    }
    this.topics = List.copyOf(all);
    this.topic.set(topic.isEmpty() ? "beranda" : topic);
  }

  public List<String> topics() {
    return topics;
  }

  public ReadOnlyStringProperty topicProperty() {
    return topic.getReadOnlyProperty();
  }

  // Commands

  public void open(String next) {
    topic.set(next);
  }
}
