package dev.kith.api.changes;

/** Stretches of what changed, up to where it can be searched by now. */
public interface Stretches {
  /** How far what changed can be searched by now. */
  Positions searchable(What what);

  /** What changed next after some positions and can be searched, at most so many changes. */
  Stretch after(What what, Positions positions, int most);
}
