package dev.evenkeel.server.shared;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers of the API that carry the version of what they hold, for {@link IfMatch}. */
public final class Tagged {
  private Tagged() {}

  public static <T> ResponseEntity<T> of(long version, T held) {
    return ResponseEntity.ok()
        .eTag(Long.toString(version))
        .cacheControl(CacheControl.noCache())
        .body(held);
  }

  /** Of what was just made, and now stands at that path. */
  public static <T> ResponseEntity<T> made(String path, long version, T held) {
    return ResponseEntity.created(URI.create(path)).eTag(Long.toString(version)).body(held);
  }
}
