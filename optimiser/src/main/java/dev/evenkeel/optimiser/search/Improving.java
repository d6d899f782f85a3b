package dev.evenkeel.optimiser.search;

import java.util.random.RandomGenerator;

/** Makes small changes, and goes on from the other thread's timetable where that is much better. */
final class Improving implements Runnable {
  /** How many between two looks at the clock. */
  private static final int CHANGES = 50;

  /** From what share of its own total on the other's timetable is much better. */
  private static final double MUCH_BETTER = 0.99;

  private final Model model;
  private final Exchange exchange;
  private final Outlook plain;
  private final RandomGenerator random;

  Improving(Model model, Exchange exchange, Outlook plain, RandomGenerator random) {
    this.model = model;
    this.exchange = exchange;
    this.plain = plain;
    this.random = random;
  }

  @Override
  public void run() {
    Annealing annealing = new Annealing(Board.of(model, exchange.best().choices()), plain, random);
    Exchange.Look look = exchange.new Look();
    while (!exchange.isOver()) {
      annealing.go(CHANGES, exchange.share());
      offer(annealing);
      if (look.isDue()) {
        annealing.use(exchange.priced());
        Exchange.Best others = exchange.best();
        if (others.total() < MUCH_BETTER * annealing.bestTotal()) {
          annealing.goOnFrom(others.choices());
        }
      }
    }
  }

  private void offer(Annealing annealing) {
    if (annealing.bestTotal() < exchange.best().total()) {
      exchange.offer(annealing.best(), annealing.bestTotal());
    } else {
      exchange.report();
    }
  }
}
