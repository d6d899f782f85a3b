package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.map.EstateMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The estate at one moment, and its map, which is made when it is first asked for. */
public final class Snapshot {
  static final Snapshot NONE = new Snapshot(0, Estate.EMPTY);

  private final long change;
  private final Estate estate;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable EstateMap map;

  Snapshot(long change, Estate estate) {
    this.change = change;
    this.estate = estate;
  }

  /** The last change that is in it; 0 when there was none. */
  public long change() {
    return change;
  }

  public Estate estate() {
    return estate;
  }

  public EstateMap map() {
    EstateMap made = map;
    return made == null ? make() : made;
  }

  private EstateMap make() {
    making.lock();
    try {
      EstateMap made = map;
      if (made == null) {
        made = EstateMap.of(estate);
        map = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }
}
