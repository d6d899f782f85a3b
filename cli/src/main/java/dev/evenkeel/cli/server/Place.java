package dev.evenkeel.cli.server;

import java.net.URI;
import java.util.Optional;

/**
 * Where a server is, and what opens its door.
 *
 * @param url its address, without a slash at the end
 * @param from what said so, for messages
 * @param pid the process, when it is known to be on this machine
 * @param ours whether it is the server of the data folder, which knows the token kept there
 */
public record Place(
    URI url, String from, Optional<Long> pid, Optional<String> token, boolean ours) {

  URI at(String path) {
    return URI.create(url + path);
  }

  /** Whether the process that wrote the address down is gone. */
  boolean gone() {
    return pid.isPresent() && ProcessHandle.of(pid.get()).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return url + " (" + from + ")";
  }
}
