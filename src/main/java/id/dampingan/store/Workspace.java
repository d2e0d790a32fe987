package id.dampingan.store;

import java.nio.file.Path;
import java.util.UUID;

/// An open workspace's identity.
///
/// @param id of the workspace, the same in its copies
/// @param role master or officer
/// @param name the person's or office's name
/// @param agency the agency's code, or the empty text
/// @param writer names the changes made here now (MERGE 1); another after a copy or a restore
/// @param folder where it lies
public record Workspace(
    UUID id, Role role, String name, String agency, String writer, Path folder) {}
