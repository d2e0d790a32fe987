package id.dampingan.ui.entry;

import java.util.UUID;

/// A question as an address: which row's, and which.
public record Spot(UUID row, String field) {}
