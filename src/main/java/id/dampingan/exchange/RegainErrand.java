package id.dampingan.exchange;

import id.dampingan.store.Keys;
import id.dampingan.store.NotAWorkspace;
import id.dampingan.store.WorkspaceInUse;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.util.Map;

/// Bappeda opens the workspace of a laptop that its officer left, or whose password is forgotten.
///
/// The laptop's key was sealed to Bappeda's when the first package came; the officer is told so.
public final class RegainErrand {
  private final Office office;

  public RegainErrand(Office office) {
    this.office = office;
  }

  /// Gives Bappeda a password of its own to that workspace; it is noted in the log.
  ///
  /// @param laptop the workspace's folder, or a copy of it
  /// @throws Refused if it is not entrusted to this Bappeda
  /// @throws NotAWorkspace if it is no workspace
  /// @throws WorkspaceInUse if it is open
  public void regain(Path laptop, char[] password) throws Refused, NotAWorkspace, WorkspaceInUse {
    Seals seals = new Seals(office.store());
    Addressee here = seals.own().orElse(null);
    OwnKey key = seals.key().orElse(null);
    Keys.Entrusted to = Keys.entrusted(laptop).orElse(null);
    if (here == null || key == null || to == null || !to.publicKey().equals(here.key())) {
      throw notOurs(laptop, to == null ? "–" : to.name());
    }
    try {
      Keys.regain(laptop, sealed -> Envelope.open(sealed, key), here.name(), password);
    } catch (WorkbookRefused e) {
      throw notOurs(laptop, to.name());
    }
    office.store().audit(office.user(), "regain", String.valueOf(laptop.getFileName()));
  }

  private static Refused notOurs(Path laptop, String name) {
    return new Refused(
        String.valueOf(laptop.getFileName()),
        Problem.of(ProblemCode.NOT_ENTRUSTED, Map.of("name", name, "value", laptop.toString())));
  }
}
