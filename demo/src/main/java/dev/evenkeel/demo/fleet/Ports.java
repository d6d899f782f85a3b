package dev.evenkeel.demo.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback interface that nobody uses right now. */
public final class Ports {

  private Ports() {}

  /** These ports if nobody uses any of them, otherwise as many others. */
  public static List<Integer> preferring(List<Integer> wanted) throws IOException {
    for (int port : wanted) {
      try {
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      } catch (IOException e) {
        return free(wanted.size());
      }
    }
    return wanted;
  }

  /** All different: they are held until the last one is found. */
  public static List<Integer> free(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
