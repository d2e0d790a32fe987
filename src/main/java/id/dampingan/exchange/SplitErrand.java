package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Writes a package in parts, none larger than was asked for as far as that is possible.
///
/// Each part is a package of its own: filled forms, whole, with their photos; only the photos of a
/// form that has more than a part can take go on in the next one. The parts may arrive in any order,
/// and more than once.
public final class SplitErrand {
  /// What a workbook takes beside its rows: guide, choices, lists.
  private static final long WORKBOOK = 150_000;

  private static final long ROW = 500;
  private static final int MOST_TRIES = 3;

  private final Office office;
  private final ExportErrand errand;

  public SplitErrand(Office office) {
    this.office = office;
    this.errand = new ExportErrand(office);
  }

  /// A filled form on its way.
  private static final class Load {
    private long rows;
    private final Set<String> photos = new TreeSet<>();
  }

  /// A part as planned.
  private static final class Part {
    private final Set<UUID> roots = new HashSet<>();
    private final Set<String> photos = new TreeSet<>();
    private long bytes;

    boolean isEmpty() {
      return roots.isEmpty() && photos.isEmpty();
    }
  }

  /// @param out a `.zip` or `.dampingan`; with more than one part, each is named after it
  /// @param bytes how large a part may be
  /// @return the parts; a single one has the name that was asked for
  /// @throws IOException if a part cannot be written; none is there then
  /// @throws Cancelled if the person asked to stop; none is there then
  public List<ExportErrand.Exported> split(
      ExportOrder order, Path out, long bytes, Progress progress) throws IOException, Refused {
    Map<UUID, Load> loads = loads(order, progress);
    double share = 0.97;
    for (int tries = 1; ; tries++) {
      List<Part> parts = plan(loads, Math.max(1, (long) (bytes * share) - WORKBOOK));
      List<ExportErrand.Written> written = write(parts, order, out, progress);
      long largest = 0;
      for (ExportErrand.Written each : written) {
        largest = Math.max(largest, Files.size(each.exported().file()));
      }
      if (largest <= bytes || tries == MOST_TRIES || largest * share < WORKBOOK) {
        written.forEach(each -> each.left().run());
        return written.stream().map(ExportErrand.Written::exported).toList();
      }
      for (ExportErrand.Written each : written) {
        Files.deleteIfExists(each.exported().file());
      }
      share *= 0.9 * bytes / largest;
    }
  }

  private Map<UUID, Load> loads(ExportOrder order, Progress progress) throws Refused {
    Map<UUID, Load> loads = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    for (Form form : errand.forms(order)) {
      for (FormTable table : form.tables()) {
        office
            .store()
            .each(
                ExportErrand.selection(form, order).ofTable(table.name()),
                row -> {
                  if (progress.isCancelled()) {
                    throw new Cancelled();
                  }
                  Load load = loads.computeIfAbsent(row.submission().root(), _ -> new Load());
                  load.rows++;
                  ExportErrand.collectMedia(table, row.submission(), load.photos);
                  all.addAll(load.photos);
                });
      }
    }
    Set<String> travelling = errand.travelling(all, order.photosAgain());
    loads.values().forEach(load -> load.photos.retainAll(travelling));
    return loads;
  }

  private List<Part> plan(Map<UUID, Load> loads, long most) {
    List<Part> parts = new ArrayList<>();
    Set<String> packed = new HashSet<>();
    Part part = new Part();
    parts.add(part);
    for (Map.Entry<UUID, Load> each : loads.entrySet()) {
      Set<String> photos = new TreeSet<>(each.getValue().photos);
      photos.removeAll(packed);
      packed.addAll(photos);
      long rows = each.getValue().rows * ROW;
      long whole = rows + photos.stream().mapToLong(this::size).sum();
      if (!part.isEmpty() && part.bytes + Math.min(whole, most) > most) {
        part = new Part();
        parts.add(part);
      }
      part.roots.add(each.getKey());
      part.bytes += rows;
      for (String photo : photos) {
        if (!part.photos.isEmpty() && part.bytes + size(photo) > most) {
          part = new Part();
          parts.add(part);
        }
        part.photos.add(photo);
        part.bytes += size(photo);
      }
    }
    return parts;
  }

  private long size(String photo) {
    return office.store().media().size(photo);
  }

  private List<ExportErrand.Written> write(
      List<Part> parts, ExportOrder order, Path out, Progress progress)
      throws IOException, Refused {
    List<ExportErrand.Written> written = new ArrayList<>();
    String packageId = "P" + ExportErrand.random(10);
    boolean done = false;
    try {
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        Path file = parts.size() == 1 ? out : named(out, i + 1, parts.size());
        progress.at(String.valueOf(file.getFileName()), i, parts.size());
        written.add(
            errand.write(
                order,
                file,
                parts.size() == 1
                    ? Enclosure.NONE
                    : Enclosure.part(
                        packageId, i + 1, parts.size(), part.roots::contains, part.photos),
                progress));
      }
      done = true;
      return written;
    } finally {
      if (!done) {
        for (ExportErrand.Written each : written) {
          Files.deleteIfExists(each.exported().file());
        }
      }
    }
  }

  /// `kiriman_bagian-1-dari-3.zip`: the name alone tells what is missing.
  private static Path named(Path out, int part, int parts) {
    String end = Envelope.isNamed(out) ? Envelope.SUFFIX : ".zip";
    String stem = Envelope.inner(out).replaceFirst("(?i)\\.zip$", "");
    return out.resolveSibling(stem + "_bagian-" + part + "-dari-" + parts + end);
  }
}
