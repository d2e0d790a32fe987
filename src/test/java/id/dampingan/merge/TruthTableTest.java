package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The truth table of `merge.md`, with its ids; [Story] says how to read a line.
class TruthTableTest {
  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(delimiterString = "->", nullValues = "none", textBlock = TABLE)
  void outcomeIsAsTheTableSays(String id, String steps, String expected) {
    assertEquals(Story.expected(expected), Story.tell(steps, expected), id);
  }

  @Test
  void pageHasTheSameTable() throws IOException {
    List<String> page =
        Files.readAllLines(Path.of("src/site/markdown/merge.md")).stream()
            .filter(line -> line.startsWith("| M"))
            .toList();
    List<String> table =
        TABLE
            .lines()
            .map(line -> line.strip().replaceAll(" *-> ", "` | `").replace("|", "\\|"))
            .map(line -> "| " + line.replace("` \\| `", "` | `") + "` |")
            .map(line -> line.replaceFirst("` ", " "))
            .toList();

    assertEquals(table, page);
  }

  static final String TABLE =
      """
      M01 -> O f=b; O>M                                             -> M f=b; M conflicts=; M counts=changed
      M02 -> M f=b; O g=c; O>M                                      -> M f=b; M g=c; M counts=changed
      M03 -> O f=b; P f=c; O>M; P>M                                 -> M f=b|c; M shown=b; M counts=conflict
      M04 -> M f=b; O f=b; O>M                                      -> M f=b; M conflicts=
      M05 -> M f=b; M>O; O f=c; O>M                                 -> M f=c
      M06 -> O f=b; O>s; O>M; M f=c; s>M                            -> M f=c; M counts=same
      M07 -> O f=b; O f=a; O>M                                      -> M f=a; M conflicts=
      M08 -> M f=c; O f=b; O f=a; O>M                               -> M f=a|c; M shown=c
      M09 -> M f=b; O f=b; O f=c; O>M                               -> M f=b|c
      M10 -> P f=b; P>O; O>M; P f=c; P>M                            -> M f=c
      M11 -> O new q f=b; O>M                                       -> M q f=b; M counts=same,new
      M12 -> O new q f=a; O>P; O q: f=b; P q: f=c; P>O; O>M         -> M q f=b|c; M q shown=b; M counts=same,conflict
      M13 -> O f=b; P f=c; P>s; O>M; P>M; M decide f=b; s>M         -> M f=b; M counts=same
      M14 -> O f=b; P f=c; O>M; P>M; M>O; O decide f=c; O>M         -> M f=c; M counts=changed
      M15 -> M f=b; M>P; P f=c; M f=e; P>M                          -> M f=c|e
      M16 -> O f=b; P f=c; O>M; P>M; M>O; M decide f=c; O decide f=c; O>M -> M f=c; M conflicts=
      M17 -> O f=b; P f=c; O>M; P>M; M>O; M decide f=c; O decide f=b; O>M -> M f=b|c
      M18 -> M>s; s f=x; s>M                                        -> M f=x
      M19 -> M>s; M f=b; s f=x; s>M                                 -> M f=b|x; M shown=b
      M20 -> M>s; s f=x; s>M; s>O; M f=b; O>M                       -> M f=b; M counts=same
      M21 -> M>s; M>u; s f=x; u f=y; s>M; u>M                       -> M f=x|y
      M22 -> M>s; M>u; s f=x; u g=y; s>M; u>M                       -> M f=x; M g=y; M conflicts=
      M23 -> M>s; s f=x; s>M; M f=b; s>M                            -> M f=b; M counts=same
      M24 -> O f=b; P f=c; O>M; P>M; M>s; s f=x; s>M                -> M f=c|x
      M25 -> M>s; s g=; s>M                                         -> M g=; M f=a; M held=
      M26 -> M>s; s f=; s>M                                         -> M f=a; M held=f; M counts=held
      M27 -> O f=b; O>s; O>u; s -f; s>M; M>P; u>M                   -> M f=b; P f=a
      M28 -> O delete; O>M                                          -> M r=deleted; M counts=deleted
      M29 -> M f=b; O delete; O>M                                   -> M r=live; M f=b; M conflicts=_hapus; M counts=conflict
      M30 -> O f=b; O>s; O>M; M delete; s>M                         -> M r=deleted; M counts=same
      M31 -> M delete; O delete; O>M                                -> M r=deleted; M conflicts=
      M32 -> M delete; M>O; O restore; O>M                          -> M r=live; M conflicts=
      M33 -> O delete; O>s; s f=x; s>M                              -> M r=deleted; M f=a; M held=f
      M34 -> M>s; s damage; s f=x; s>M                              -> M f=a; M held=row
      M35 -> s type q k=1 f=p; s>M; s>O; O>M                        -> M records=1; M q f=p; M counts=same,same
      M36 -> s type q k=1 f=z; u type q k=1 f=w; s>M; u>M           -> M records=1; M q f=w|z
      M37 -> M>s; s copy f=x; s>M                                   -> M f=a; M held=row; M counts=same,held
      M38 -> M>s; s f=x; s>O; O>u; u -f; u>P; P>v; v f=x; v>M; v>P  -> M f=x; M r=live; P f=x; P r=live; P conflicts=
      M39 -> s type q/nform f=p; s type z/nform f=w; s>M            -> M records=2; M q f=p; M z f=w
      M40 -> s type q/nform f=p; s type z/nform f=p; s>M            -> M records=2; M q f=p; M z f=p
      M41 -> s type q/kchild/r k=1 f=p; s type z/kchild/o k=1 f=p; s>M -> M records=2; M q f=p; M z f=p
      M42 -> s type q/kform k=1 f=p; s type z/kother k=1 f=p; s>M   -> M records=2
      M43 -> s type q k=1 f=p; s>M; M q: k=2; s>M                   -> M records=1; M q k=2; M q f=p
      M44 -> s type q k=1 f=z; u type q k=1 f=w; s>M; u>M; M decide q: f=w; s>M -> M q f=w; M counts=same
      M45 -> s type q k=b f=ani; s>M; M q: k=a; u type q k=b f=budi; u>M; M split q z f=budi -> M records=2; M q k=a; M q f=ani; M q conflicts=; M z k=b; M z f=budi; M z conflicts=
      M46 -> s type q k=b f=ani; s>M; s>O; M q: k=a; u type q k=b f=budi; u>M; u>O; M split q z f=budi; M>O -> O records=2; O q k=a; O q f=ani; O q conflicts=; O z k=b; O z f=budi; O z conflicts=
      M47 -> s type q k=b f=ani; s>M; M q: k=a; u type q k=b f=budi; u>M; M>O; M split q z f=budi; O split q z f=budi; O>M -> M records=2; M q f=ani; M q k=a; M q conflicts=; M z f=budi; M z conflicts=
      M48 -> O save; O f=b; O>M; O load; O newwriter; M>O           -> O f=b; O held=
      M49 -> O save; O f=b; O>M; O load; O f=c; O>M                 -> M f=b; M held=row
      M50 -> O save; O f=b; O>M; O load; M>O                        -> O f=a; O held=row
      M51 -> M f=b; O g=c; O>M                                      -> M f=b; M g=c; M t=b+c; M conflicts=
      M52 -> M>s; s f=x; s>M                                        -> M f=x; M t=x+a; M held=
      M53 -> M>s; s t=9; s g=c; s>M                                 -> M g=c; M f=a; M held=t; M counts=held
      M54 -> M>s; s f=bad; s g=c; s>M                               -> M f=a; M g=c; M held=f; M counts=held
      M55 -> M>s; M>u; s f=bad; s>M; s f=x; s>M; M f=d; u f=x; u>M  -> M f=d; M conflicts=; M counts=same
      M56 -> s type q k=1 f=bad; s>M                                -> M records=0; M held=f; M counts=held
      M57 -> M g=04; M>s; s g=#4; s f=x; s>M                        -> M g=04; M f=x
      M58 -> O f=b; O>s; s>M; M undo -1; s>M                        -> M f=a; M counts=same
      M59 -> O f=b; O>s; s>M; M undo -1; s>M; M undo -2             -> M f=b; M conflicts=
      M60 -> M f=c; M>O; O f=b; O>M; M undo -1; M>O                 -> O f=c; O conflicts=
      M61 -> O f=b; P f=c; O>M; P>M; M decide f=c; M undo -1        -> M f=b|c; M shown=b
      M62 -> O f=b; O g=b; O>M; M f=c; M undo -2                    -> M f=c; M g=a; M left=f
      M63 -> O new q f=b; O>M; M undo -1                            -> M q=deleted; M left=
      M64 -> O new q f=b; O>M; M q: f=c; M undo -2                  -> M q=live; M q f=c; M left=record
      M65 -> O f=b; O>M; M undo -1; O f=c; O>M                      -> M f=a|c
      M66 -> O f=b; O>s; s>M; M purge; s>M                          -> M f=; M counts=same; M held=
      M67 -> O f=b; O>M; M purge; O f=c; O>M                        -> M f=; M counts=held; M held=row
      M68 -> M>s; s copy f=x k=2; s>M; s retype q; s>M; s>O; O>M    -> M records=1; M q f=x; M q k=2; M f=a; M counts=same,same
      M69 -> s type q/nform f=p g=q; s type z/nform f=q g=p; s>M    -> M records=2
      M70 -> s type q/nform f=p; s>M; u type z/nform f=w; u>M       -> M records=2; M q f=p; M z f=w
      """;
}
