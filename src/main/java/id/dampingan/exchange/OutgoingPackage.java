package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.sheet.SheetContent;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.sheet.WorkbookWriter;
import id.dampingan.store.FormSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// What stands in a file that leaves: a workbook, or a package with the forms and photos that belong
/// to it. The file's name says which; a sealed one is a package unless it is named `.xlsx`.
final class OutgoingPackage {
  private final Office office;
  private final ExportOrder order;
  private final String stem;
  private final boolean isPackage;

  OutgoingPackage(Office office, ExportOrder order, Path out) {
    this.office = office;
    this.order = order;
    String name = Envelope.inner(out);
    String lower = name.toLowerCase(Locale.ROOT);
    this.isPackage = lower.endsWith(".zip") || (Envelope.isNamed(out) && !lower.endsWith(".xlsx"));
    this.stem = name.replaceFirst("(?i)\\.zip$", "");
  }

  boolean isPackage() {
    return isPackage;
  }

  /// @param photos asked for when the sheets were written
  /// @param held a workbook of rows to be mended, null: none
  void write(
      OutputStream out,
      WorkbookHeader header,
      List<Form> forms,
      List<SheetContent> sheets,
      Supplier<Set<String>> photos,
      @Nullable Path held)
      throws IOException {
    if (!isPackage) {
      workbook(out, header, sheets);
      return;
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(stem + ".xlsx"));
    workbook(zip, header, sheets);
    zip.closeEntry();
    for (Form form : forms) {
      FormSource source = office.store().formSource(form.id(), form.version()).orElse(null);
      if (source != null) {
        entry(zip, "forms/" + source.name(), source.content());
      }
    }
    if (held != null) {
      zip.putNextEntry(new ZipEntry(IncomingPackage.HELD + held.getFileName()));
      Files.copy(held, zip);
      zip.closeEntry();
    }
    for (String file : photos.get()) {
      byte[] content = office.store().media().read(file).orElse(null);
      if (content != null) {
        entry(zip, "media/" + file, content);
      }
    }
    zip.finish();
  }

  private void workbook(OutputStream out, WorkbookHeader header, List<SheetContent> sheets)
      throws IOException {
    WorkbookWriter.write(
        out, header, sheets, office.store().lists(), office.language(), order.password());
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
