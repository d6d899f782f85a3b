package dev.evenkeel.server.identity;

import dev.evenkeel.server.secrets.Sealing;
import java.nio.charset.StandardCharsets;

/** Seals nothing, but insists on the name. */
final class OpenSealing implements Sealing {
  @Override
  public String keyId() {
    return "none";
  }

  @Override
  public byte[] close(String name, String value) {
    return (name + "=" + value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String open(String name, byte[] sealed, String sealedBy) {
    var text = new String(sealed, StandardCharsets.UTF_8);
    if (!text.startsWith(name + "=")) {
      throw new IllegalStateException("sealed under another name than " + name);
    }
    return text.substring(name.length() + 1);
  }
}
