package id.dampingan.ui;

import java.util.Set;
import javafx.beans.value.ObservableIntegerValue;
import org.jspecify.annotations.Nullable;

/// A word in the rail on the left.
///
/// @param place where it leads
/// @param kinds the kinds of place at which it is lit
/// @param icon the icon's name
/// @param key the word's key
/// @param count what waits there, null: nothing is counted
/// @param tone of the count
/// @param startsGroup whether a line is drawn above
public record RailEntry(
    Place place,
    Set<Class<? extends Place>> kinds,
    String icon,
    String key,
    @Nullable ObservableIntegerValue count,
    Tone tone,
    boolean startsGroup) {}
