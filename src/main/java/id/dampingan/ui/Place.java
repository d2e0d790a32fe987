package id.dampingan.ui;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where one can be in the window. Screens name places and never each other.
public sealed interface Place {
  record Home() implements Place {}

  record Villages() implements Place {}

  /// @param code the village's code
  /// @param tab which part of it, such as `interventions`; empty: the first
  record Village(String code, String tab) implements Place {
    public Village(String code) {
      this(code, "");
    }
  }

  /// The list of what was filled in.
  ///
  /// @param form the form's id, null: the last one, or the first
  /// @param village the village's code, null: all
  record Submissions(@Nullable String form, @Nullable String village) implements Place {}

  /// One filled form, open for entry.
  ///
  /// @param field the question to show first, null: the first unanswered one
  record Entry(UUID root, @Nullable UUID row, @Nullable String field) implements Place {
    public Entry(UUID root) {
      this(root, null, null);
    }
  }

  /// A form to be filled; it becomes a submission with its first answer.
  record NewEntry(String form, @Nullable String village, UUID root) implements Place {}

  /// What happened to one filled form.
  ///
  /// @param row the row of a repeat that is asked about, null: all
  /// @param field the question that is asked about, null: all
  record History(UUID root, @Nullable UUID row, @Nullable String field) implements Place {
    public History(UUID root) {
      this(root, null, null);
    }
  }

  record Send() implements Place {}

  record Receive() implements Place {}

  record Reception() implements Place {}

  record Conflicts() implements Place {}

  record Held() implements Place {}

  record Duplicates() implements Place {}

  /// Approving and returning what was filled in.
  record Review() implements Place {}

  /// What is about to be printed; nothing given: whatever people choose there.
  ///
  /// @param form the form's id, null: any
  /// @param root the filled form, null: none
  /// @param village the village's code, null: any
  record Print(@Nullable String form, @Nullable UUID root, @Nullable String village)
      implements Place {
    /// What printing means in a place, as far as its address tells; null: nowhere.
    static Print of(@Nullable Place place) {
      return switch (place) {
        case Print print -> print;
        case Village village -> new Print(null, null, village.code());
        case Submissions list -> new Print(list.form(), null, list.village());
        case Entry entry -> new Print(null, entry.root(), null);
        case History history -> new Print(null, history.root(), null);
        case NewEntry entry -> new Print(entry.form(), entry.root(), entry.village());
        case null, default -> new Print(null, null, null);
      };
    }
  }

  /// Giving everything to a successor.
  record HandOver() implements Place {}

  /// Splitting a village's work between laptops.
  ///
  /// @param village the village's code, null: the first
  record Share(@Nullable String village) implements Place {}

  /// Taking all records away from this laptop.
  record Purge() implements Place {}

  /// Taking a batch back, after it was said what that means.
  record Undo(long batch) implements Place {}

  /// The forms: their versions, and adding one.
  record Forms() implements Place {}

  /// A form that is being tried; nothing is kept.
  record Trial(String form, UUID root) implements Place {}

  /// What new versions of forms meant.
  record FormUpdates() implements Place {}

  /// How the columns of another programme's table answer a form.
  ///
  /// @param file the table, null: none is chosen yet
  record Mapping(@Nullable Path file) implements Place {}

  record Settings() implements Place {}

  /// The guide.
  ///
  /// @param topic the page, empty: the list's first
  record Help(String topic) implements Place {
    public Help() {
      this("");
    }
  }
}
