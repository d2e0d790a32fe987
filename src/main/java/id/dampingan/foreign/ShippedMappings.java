package id.dampingan.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The mappings that come with the application.
public final class ShippedMappings {
  private static final List<String> NAMES = List.of("opensid.json", "bdt2015.json");

  private ShippedMappings() {}

  public static List<Mapping> all() {
    List<Mapping> mappings = new ArrayList<>();
    for (String name : NAMES) {
      try (InputStream in = ShippedMappings.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("missing: " + name);
        }
        mappings.add(MappingJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return mappings;
  }
}
