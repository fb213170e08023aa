package dev.kith.ingest.contacts;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import dev.kith.ingest.contacts.book.AddressBookFolder;
import java.nio.file.Path;

/** {@code kith up --vcard FILE|DIR…}: exported address books. */
public final class ContactsInput implements InputOption {
  private static final String EXPECTED = "a vCard or CSV file with contacts, or a folder of them";

  @Override
  public String option() {
    return "--vcard";
  }

  @Override
  public String network() {
    return "contacts";
  }

  @Override
  public String valueName() {
    return "FILE|DIR";
  }

  @Override
  public String description() {
    return "address books: vCard files, CSV files of Google and Outlook, folders of them";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    Path path = InputPath.existing(value, EXPECTED);
    if (!new AddressBookFolder(path).hasCards()) {
      throw new InvalidInputException("expected " + EXPECTED + ", found something else");
    }
    return path.toString();
  }

  @Override
  public String label(String location) {
    return InputOption.lastPart(location).replaceAll("(?i)\\.(vcf|vcard|csv)$", "");
  }
}
