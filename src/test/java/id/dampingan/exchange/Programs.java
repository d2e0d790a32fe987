package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real programs that people edit our workbooks with.
public final class Programs {
  private Programs() {}

  /// Opens the workbook with LibreOffice and saves it again, into another folder.
  public static Path savedByLibreOffice(Path workbook, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path profile = Files.createTempDirectory("soffice");
    run(
        "",
        List.of(
            "soffice",
            "-env:UserInstallation=file://" + profile,
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            folder.toString(),
            workbook.toString()));
    Path saved = folder.resolve(workbook.getFileName());
    assertTrue(Files.exists(saved), "LibreOffice wrote nothing");
    return saved;
  }

  /// Edits cells with openpyxl; `edits` is the JSON that `edit.py` reads.
  public static void editedByOpenpyxl(Path in, Path out, String edits)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("edit", ".py");
    try (var resource = Programs.class.getResourceAsStream("edit.py")) {
      if (resource == null) {
        throw new IOException("edit.py is missing");
      }
      Files.write(script, resource.readAllBytes());
    }
    run(edits, List.of(python(), script.toString(), in.toString(), out.toString()));
  }

  /// Debian's python3, which has openpyxl, before any other on the path.
  public static String python() {
    return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
  }

  private static void run(String input, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("program", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), command + " did not end");
    assertEquals(0, process.exitValue(), command + ": " + Files.readString(log));
  }
}
