package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forms travel to the officers in packages, together with a workbook that is taken.
class PackageTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  @TempDir Path folder = Path.of(".");

  private Path fromMaster() throws Exception {
    try (Bureau master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(FORM)) {
      master.edit().create("coba", null, Map.of("nama", "Ani"));
      return master.export(folder.resolve("paket.zip"));
    }
  }

  private static List<String> forms(Bureau bureau) {
    return bureau.store().forms().stream().map(Form::id).toList();
  }

  @Test
  void aPreviewKnowsThePackagesFormsAndAddsNone() throws Exception {
    Path file = fromMaster();
    try (Bureau officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "o")) {
      FileResult preview = officer.preview(file);
      assertEquals(1, preview.counts().of(Outcome.NEW));
      assertEquals(List.of(), preview.held());
      assertEquals(List.of(), forms(officer));
      FileResult merged = officer.merge(file);
      assertEquals(1, merged.counts().of(Outcome.NEW));
      assertEquals(List.of("coba"), forms(officer));
    }
  }

  @Test
  void aPackageWhoseWorkbookIsRefusedAddsNoForm() throws Exception {
    Path file = withWorkbook(fromMaster(), "Yth. Bapak Kepala Dinas");
    try (Bureau officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "o")) {
      assertEquals(FileResult.Kind.REFUSED, officer.merge(file).kind());
      assertEquals(List.of(), forms(officer));
    }
  }

  @Test
  void aPackageWithAFormThatMustNotBeAddedIsRefusedAsAWhole() throws Exception {
    Path file = fromMaster();
    String other = FORM.replace("| text | nama |", "| integer | nama |");
    try (Bureau officer =
        Bureau.make(folder.resolve("o"), Role.OFFICER, "o")
            .withForm(other.replace("| coba | 1 |", "| coba | 0 |"))) {
      assertEquals(FileResult.Kind.REFUSED, officer.merge(file).kind());
      assertEquals(List.of("0"), officer.store().formVersions("coba"));
      assertEquals(Map.of(), officer.picture());
    }
  }

  private Path withWorkbook(Path file, String content) throws Exception {
    Path out = folder.resolve("rusak.zip");
    try (ZipFile from = new ZipFile(file.toFile());
        OutputStream to = Files.newOutputStream(out);
        ZipOutputStream zip = new ZipOutputStream(to)) {
      for (ZipEntry entry : from.stream().toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith(".xlsx")) {
          zip.write(content.getBytes(StandardCharsets.UTF_8));
        } else {
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(zip);
          }
        }
        zip.closeEntry();
      }
    }
    return out;
  }
}
