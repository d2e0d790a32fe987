package id.dampingan.programme;

import id.dampingan.submission.Localized;
import java.util.List;
import java.util.Map;

/// A form of the programme pack.
///
/// @param id the form's id
/// @param kind how its records live on from round to round
/// @param owner who keeps it
/// @param title short, for lists of forms
/// @param fileName of the XLSForm
/// @param source the XLSForm's bytes
/// @param rows what a new workspace begins with, like rows typed into the workbook
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PackForm(
    String id,
    Kind kind,
    Owner owner,
    Localized title,
    String fileName,
    byte[] source,
    List<Map<String, String>> rows) {
  public PackForm {
    rows = List.copyOf(rows);
  }

  /// How records live on from round to round (FORMS 2).
  public enum Kind {
    /// A record for each unit and round.
    POTRET,
    /// Edited in place.
    MENERUS,
    /// One an event.
    KEJADIAN,
    /// What the programme knows of agencies, partners, villages, rounds.
    REGISTER
  }

  /// Who keeps a form's records.
  public enum Owner {
    OFFICER,
    AGENCY,
    MASTER,
    EVERYONE
  }
}
