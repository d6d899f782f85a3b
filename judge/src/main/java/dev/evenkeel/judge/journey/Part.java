package dev.evenkeel.judge.journey;

/** Which version served an act. */
enum Part {
  OLD,
  NEW
}
