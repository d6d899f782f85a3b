package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Headway;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The memory there is beside the estate. What is read takes much of it until all is done with it,
 * so large things are read one at a time: {@link #turn}.
 */
@Component
public class Room {
  /** What the rest of the server needs. */
  private static final long SERVER = 64L << 20;

  /** 100,000 systems with 500,000 dependencies and their map: 250 MB, measured. */
  private static final long DOCUMENT = 2_600;

  /** So much is read however little memory there seems to be. */
  private static final long LEAST = 1 << 20;

  private final EstateBook book;
  private final long memory;
  private final ReentrantLock turn = new ReentrantLock(true);

  @Autowired
  Room(EstateBook book) {
    this(book, Runtime.getRuntime().maxMemory());
  }

  public Room(EstateBook book, long memory) {
    this.book = book;
    this.memory = memory;
  }

  /** What is done while nothing else that is large is in memory. */
  public interface Work<T> {
    T done() throws IOException;
  }

  public <T> T turn(Work<T> work) throws IOException {
    Headway.begin(Headway.Stage.WAITING);
    Headway.await(turn);
    try {
      return work.done();
    } finally {
      turn.unlock();
    }
  }

  /**
   * How many documents there is room for until they are kept: as what was read, and as the estate.
   */
  public long documents() {
    return free() / (DOCUMENT * 3 / 2);
  }

  /** How much may be read of what takes so much memory for each byte. */
  public long bytes(int memoryPerByte) {
    return Math.max(LEAST, free() / memoryPerByte);
  }

  private long free() {
    return memory - SERVER - book.estate().size() * DOCUMENT;
  }
}
