package id.dampingan.store;

/// What a new workspace is told about itself.
///
/// @param name the person's or office's name
/// @param agency the agency's code, or the empty text
public record WorkspaceSettings(Role role, String name, String agency) {}
