package dev.kith.ingest.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches what is new in a folder, so many mails at a time as fit into a page. */
final class ImapArrivals {
  private static final int OUTLINES = 200;

  private final ImapMailbox mailbox;
  private final MailReader mails;
  private final Places places;
  private final PageSize size;
  private long remaining;

  /**
   * What to read.
   *
   * @param folder its name
   * @param mark from where
   * @param page number of the page it becomes part of
   * @param states of all folders now
   */
  record Target(
      String folder, ImapCursor.Mark mark, long page, Map<String, ImapMailbox.State> states) {}

  ImapArrivals(ImapMailbox mailbox, MailReader mails, Places places, PageSize size) {
    this.mailbox = mailbox;
    this.mails = mails;
    this.places = places;
    this.size = size;
  }

  /** Nothing is known to follow. */
  void forget() {
    remaining = 0;
  }

  /** How many more the folder has. */
  long remaining() {
    return remaining;
  }

  /** Fills the page; says how far the folder is read with it. */
  ImapCursor.Mark read(Target target, PageDraft draft, KnownLists lists)
      throws MessagingException, IOException {
    long[] uids = mailbox.uids(target.folder(), target.mark().next());
    int at = fill(target, uids, draft, lists);
    remaining = (long) uids.length - at;
    boolean whole = at == uids.length;
    long upTo = at == 0 ? target.mark().next() : uids[at - 1] + 1;
    ImapMailbox.State state = target.states().get(target.folder());
    return target.mark().read(whole && state != null ? Math.max(upTo, state.next()) : upTo);
  }

  /** Fills the page with mails that were not wanted when their numbers were passed. */
  void readPassed(Target target, long[] uids, PageDraft draft, KnownLists lists)
      throws MessagingException, IOException {
    int read = fill(target, uids, draft, lists);
    remaining = (long) uids.length - read;
    for (int i = 0; i < read; i++) {
      String place = place(target, uids[i]);
      if (places.at(place, target.page()).isEmpty()) {
        places.put(Places.Entry.ofNoMail(place, target.page())); // gone in the meantime
      }
    }
  }

  /** Says how many of the mails are in the page. */
  private int fill(Target target, long[] uids, PageDraft draft, KnownLists lists)
      throws MessagingException, IOException {
    int at = 0;
    while (at < uids.length && !draft.isFull()) {
      int to = Math.min(at + Math.min(OUTLINES, size.items()), uids.length);
      long[] batch = Arrays.copyOfRange(uids, at, to);
      long last = batch(target, batch, draft, lists);
      while (at < uids.length && uids[at] <= last) {
        at++;
      }
    }
    return at;
  }

  /** Reads as many of a batch as fit; says which was the last. */
  private long batch(Target target, long[] uids, PageDraft draft, KnownLists lists)
      throws MessagingException, IOException {
    long bytes = 0;
    long last = uids[0];
    List<Long> wanted = new ArrayList<>();
    for (ImapMailbox.Outline outline : sorted(mailbox.outlines(target.folder(), uids))) {
      bytes += Math.min(outline.size(), MboxReader.LONGEST_MESSAGE);
      if (bytes > size.bytes() && !wanted.isEmpty()) {
        fetch(target, wanted, draft, lists);
        return last;
      }
      last = outline.uid();
      Optional<Places.Entry> moved = knownElsewhere(outline.id(), target);
      if (moved.isPresent()) {
        put(target, outline.uid(), moved.get());
      } else {
        wanted.add(outline.uid());
      }
    }
    fetch(target, wanted, draft, lists);
    return uids[uids.length - 1];
  }

  private static List<ImapMailbox.Outline> sorted(List<ImapMailbox.Outline> outlines) {
    return outlines.stream().sorted((one, other) -> Long.compare(one.uid(), other.uid())).toList();
  }

  /** The same mail under a number or in a folder that means nothing any more. */
  private Optional<Places.Entry> knownElsewhere(String id, Target target) {
    return id.isEmpty()
        ? Optional.empty()
        : places.known(id, target.page() - 1).stream()
            .filter(entry -> !ImapPlace.isCurrent(entry.place(), target.states()))
            .findFirst();
  }

  private void put(Target target, long uid, Places.Entry before) {
    places.put(before.movedTo(place(target, uid), target.page()));
  }

  private static String place(Target target, long uid) {
    return ImapPlace.name(target.folder(), target.mark().validity(), uid);
  }

  private void fetch(Target target, List<Long> wanted, PageDraft draft, KnownLists lists)
      throws MessagingException, IOException {
    if (wanted.isEmpty()) {
      return;
    }
    long[] uids = wanted.stream().mapToLong(Long::longValue).toArray();
    for (var mail : mailbox.fetch(target.folder(), uids, MboxReader.LONGEST_MESSAGE)) {
      String where =
          "the mail with UID " + mail.uid() + " in the folder " + RawMail.shown(target.folder());
      String place = place(target, mail.uid());
      Reading reading = mails.read(new RawMail(mail.bytes(), mail.envelope(), where), lists);
      switch (reading) {
        case Reading.Understood read -> {
          var revised = read.revised(places.revision(read.activity().getId(), target.page()));
          places.put(Places.Entry.of(place, revised.activity(), target.page()));
          draft.add(revised);
        }
        case Reading.LeftOut _, Reading.SetAside _ -> {
          places.put(Places.Entry.ofNoMail(place, target.page()));
          draft.add(reading);
        }
      }
    }
  }
}
