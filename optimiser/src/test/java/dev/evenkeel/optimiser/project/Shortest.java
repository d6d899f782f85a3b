package dev.evenkeel.optimiser.project;

/**
 * The shortest a small project can be. Of all timetables in which no job could start earlier with
 * the others where they are, one is best; each of them comes from placing the jobs in some order,
 * each as early as it fits. All orders are tried.
 */
final class Shortest {
  private final Project project;
  private final int[] end;
  private final int[][] left;
  private int best = Integer.MAX_VALUE;

  private Shortest(Project project) {
    this.project = project;
    end = new int[project.shape().jobs()];
    left = new int[project.longest()][];
    for (int slot = 0; slot < left.length; slot++) {
      left[slot] = project.capacity().clone();
    }
  }

  static int of(Project project) {
    Shortest shortest = new Shortest(project);
    shortest.placeNext(0, 0);
    return shortest.best;
  }

  private void placeNext(int placed, int latest) {
    if (placed == end.length) {
      best = Math.min(best, latest);
      return;
    }
    for (int job = 0; job < end.length; job++) {
      if (end[job] == 0 && project.before().get(job).stream().allMatch(one -> end[one] > 0)) {
        int start = project.before().get(job).stream().mapToInt(one -> end[one]).max().orElse(0);
        while (!fits(job, start)) {
          start++;
        }
        use(job, start, 1);
        end[job] = start + project.length()[job];
        placeNext(placed + 1, Math.max(latest, end[job]));
        end[job] = 0;
        use(job, start, -1);
      }
    }
  }

  private boolean fits(int job, int start) {
    for (int slot = start; slot < start + project.length()[job]; slot++) {
      for (int r = 0; r < project.capacity().length; r++) {
        if (left[slot][r] < project.need()[job][r]) {
          return false;
        }
      }
    }
    return true;
  }

  private void use(int job, int start, int times) {
    for (int slot = start; slot < start + project.length()[job]; slot++) {
      for (int r = 0; r < project.capacity().length; r++) {
        left[slot][r] -= times * project.need()[job][r];
      }
    }
  }
}
