package id.dampingan.exchange;

import id.dampingan.programme.Assignments;
import id.dampingan.store.ReceivedWorkbook;
import id.dampingan.store.Store;
import id.dampingan.submission.Json;
import id.dampingan.workbook.CellFiles;
import id.dampingan.workbook.Keyring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The passwords of encrypted workbooks, kept for each agency in the encrypted store and tried by
/// themselves.
public final class FilePasswords {
  private static final String SETTING = "sandi.berkas";

  /// A new password of an agency pushes its oldest out.
  private static final int MOST_EACH = 3;

  /// Each try hashes a hundred thousand times: a file is not tried for ever.
  private static final int MOST_TRIES = 100;

  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  private final Office office;

  public FilePasswords(Office office) {
    this.office = office;
  }

  /// For whom passwords are kept; never the passwords themselves.
  ///
  /// @param who the agency's code, or the name of a sender without one
  /// @param name as people read it
  /// @param passwords how many
  /// @param kept when the last of them came
  /// @param used when one of them last opened a file
  public record Kept(String who, String name, int passwords, Instant kept, Instant used) {}

  private record Entry(String who, String password, Instant kept, Instant used) {}

  /// For whom passwords are kept, by name.
  public List<Kept> kept() {
    Assignments assignments = Assignments.of(store().lists());
    Map<String, List<Entry>> byWho = new TreeMap<>();
    entries().forEach(each -> byWho.computeIfAbsent(each.who(), _ -> new ArrayList<>()).add(each));
    List<Kept> kept = new ArrayList<>();
    byWho.forEach((who, entries) ->
        kept.add(
            new Kept(
                who,
                assignments.name(who, office.language()),
                entries.size(),
                entries.stream().map(Entry::kept).max(Comparator.naturalOrder()).orElseThrow(),
                entries.stream().map(Entry::used).max(Comparator.naturalOrder()).orElseThrow())));
    kept.sort(Comparator.comparing(Kept::name, String.CASE_INSENSITIVE_ORDER));
    return kept;
  }

  /// Keeps a password for an agency; the same again changes nothing.
  public void keep(String who, String password) {
    synchronized (store()) {
      List<Entry> entries = entries();
      Predicate<Entry> theirs = each -> each.who().equals(who);
      if (who.isBlank()
          || password.isEmpty()
          || entries.stream().anyMatch(theirs.and(each -> each.password().equals(password)))) {
        return;
      }
      while (entries.stream().filter(theirs).count() >= MOST_EACH) {
        entries.remove(entries.stream().filter(theirs).findFirst().orElseThrow());
      }
      Instant now = office.clock().instant();
      entries.add(new Entry(who, password, now, now));
      write(entries);
      store().audit(office.user(), "password.keep", who);
    }
  }

  /// Forgets an agency's passwords.
  ///
  /// @return whether there were any
  public boolean forget(String who) {
    synchronized (store()) {
      List<Entry> entries = entries();
      boolean there = entries.removeIf(each -> each.who().equals(who));
      if (there) {
        write(entries);
        store().audit(office.user(), "password.forget", who);
      }
      return there;
    }
  }

  /// What opens a file; the kept passwords are asked for only by one that is locked.
  ///
  /// @param file as it came
  /// @param plain the same, or what it held
  public Keyring keyring(Path file, Path plain, List<String> typed) throws IOException {
    List<String> passwords =
        CellFiles.isLocked(plain) ? inOrder(String.valueOf(file.getFileName()), typed) : typed;
    return new Keyring(passwords, !typed.isEmpty());
  }

  /// What is tried on a file: first what its name or an earlier file of that name tells of its
  /// sender, then what a person typed, then everybody's, what was used last first.
  List<String> inOrder(String fileName, List<String> typed) {
    List<Entry> entries = entries();
    if (entries.isEmpty()) {
      return typed;
    }
    entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::kept).reversed());
    Set<String> likely = likely(fileName);
    Set<String> tried = new LinkedHashSet<>();
    entries.stream()
        .filter(each -> likely.contains(each.who()))
        .forEach(each -> tried.add(each.password()));
    tried.addAll(typed);
    entries.forEach(each -> tried.add(each.password()));
    return tried.stream().limit(MOST_TRIES + typed.size()).toList();
  }

  /// Who the file is likely from.
  private Set<String> likely(String fileName) {
    String words = words(fileName);
    String stem = stem(words);
    Set<String> likely = new LinkedHashSet<>();
    for (Entry each : entries()) {
      if (words.contains(words(each.who()))) {
        likely.add(each.who());
      }
    }
    for (ReceivedWorkbook came : store().shipments().received()) {
      if (stem(words(came.fileName())).equals(stem)) {
        likely.add(who(new Sender(came.sender(), came.agency())));
      }
    }
    return likely;
  }

  /// Its words in lower case, each between two spaces: `Dampingan_kec-jepon (1).xlsx` has the code
  /// `kec_jepon`.
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  /// The words without numbers: neither its date nor its copies make it another's file.
  private static String stem(String words) {
    return words.replaceAll("\\p{N}+", "").replaceAll(" +", " ");
  }

  /// Notes that a password opened a file that was taken in.
  ///
  /// @param remember whether a new one is kept for the sender
  void opened(String password, Sender sender, boolean remember) {
    if (remember) {
      keep(who(sender), password);
    }
    synchronized (store()) {
      List<Entry> entries = entries();
      Instant now = office.clock().instant();
      boolean changed = false;
      for (int i = 0; i < entries.size(); i++) {
        Entry each = entries.get(i);
        if (each.password().equals(password) && !day(each.used()).equals(day(now))) {
          entries.set(i, new Entry(each.who(), each.password(), each.kept(), now));
          changed = true;
        }
      }
      if (changed) {
        write(entries);
      }
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, PLACE);
  }

  private static String who(Sender sender) {
    return sender.agency().isEmpty() ? sender.name() : sender.agency();
  }

  /// Those of every agency, an agency's oldest first.
  private List<Entry> entries() {
    String text = store().setting(SETTING);
    return text.isEmpty() ? new ArrayList<>() : read(Json.read(text));
  }

  private static List<Entry> read(@Nullable Object json) {
    Stream<?> list = json instanceof List<?> each ? each.stream() : Stream.of();
    List<Entry> entries = new ArrayList<>();
    list.forEach(each -> {
      if (each instanceof Map<?, ?> one) {
        entries.add(
            new Entry(
                String.valueOf(one.get("who")),
                String.valueOf(one.get("password")),
                Instant.parse(String.valueOf(one.get("kept"))),
                Instant.parse(String.valueOf(one.get("used")))));
      }
    });
    return entries;
  }

  private void write(List<Entry> entries) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Entry each : entries) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("who", each.who());
      one.put("password", each.password());
      one.put("kept", each.kept().toString());
      one.put("used", each.used().toString());
      list.add(one);
    }
    store().setSetting(SETTING, list.isEmpty() ? "" : Json.write(list));
  }

  private Store store() {
    return office.store();
  }
}
