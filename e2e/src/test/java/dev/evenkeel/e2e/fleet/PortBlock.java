package dev.evenkeel.e2e.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback interface that begin with the same digits, all of them free. */
final class PortBlock {
  /** Below the ports systems give out by themselves. */
  private static final int FIRST = 110;

  private static final int LAST = 319;
  private static final int[] ENDS = {0, 1, 2, 3, 4, 10, 90};

  private PortBlock() {}

  /** The digits, such as 121 for 12100 to 12190. */
  static String free() {
    int start = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
    return IntStream.rangeClosed(FIRST, LAST)
        .map(i -> FIRST + (start + i) % (LAST - FIRST + 1))
        .filter(PortBlock::isFree)
        .mapToObj(Integer::toString)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No ports are free on this machine"));
  }

  private static boolean isFree(int digits) {
    for (int end : ENDS) {
      int port = digits * 100 + end;
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
