package dev.kith.api.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine. */
final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final String address;

  /**
   * @param address of the page
   */
  Browser(String address) {
    this.address = address;
    var messages = new LoggingPreferences();
    messages.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(PROGRAM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--window-size=1000,900");
    options.setCapability("goog:loggingPrefs", messages);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
  }

  /**
   * Reloads the page.
   *
   * @param place the fragment of the address
   */
  void open(String place) {
    driver.get("about:blank");
    driver.get(address + "/#" + place);
  }

  /** Types into a field and presses Enter. */
  void type(String field, String text) {
    WebElement input = driver.findElement(By.id(field));
    input.clear();
    input.sendKeys(text, Keys.ENTER);
  }

  /** Sets the viewport of a telephone, in CSS pixels. */
  void narrow(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
  }

  /** Sets the viewport of a computer. */
  void wide() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  void click(String text) {
    awaitText("main, nav", text);
    driver.findElement(By.linkText(text)).click();
  }

  /** Presses an element with the keyboard. */
  void press(String selector) {
    driver.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
  }

  /** Accepts the dialog of the page. */
  void agree() {
    driver.switchTo().alert().accept();
  }

  /** Waits until one of the selected elements contains a text. */
  void awaitText(String selector, String text) {
    new WebDriverWait(driver, TIMEOUT)
        .withMessage(() -> "\"" + text + "\" in " + selector + ", found: " + texts("body"))
        .until(_ -> texts(selector).stream().anyMatch(each -> each.contains(text)));
  }

  /** The text of each selected element. */
  List<String> texts(String selector) {
    try {
      return driver.findElements(By.cssSelector(selector)).stream()
          .map(WebElement::getText)
          .toList();
    } catch (StaleElementReferenceException redrawn) {
      return texts(selector);
    }
  }

  /** The value of an expression in the page. */
  String evaluate(String expression) {
    return String.valueOf(driver.executeScript("return " + expression));
  }

  /** The element that has the focus. */
  String focused() {
    return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
  }

  /** The errors of the page since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
