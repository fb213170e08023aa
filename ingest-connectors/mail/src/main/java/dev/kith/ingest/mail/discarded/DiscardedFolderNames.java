package dev.kith.ingest.mail.discarded;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of the folders and labels that hold deleted mail, spam and drafts, in the languages of
 * Gmail and of the usual mail programs.
 */
public final class DiscardedFolderNames {
  private static final Set<String> LABELS =
      names(
          """
          Spam|Junk|Trash|Bin|Drafts|Draft
          Courrier indésirable|Indésirables|Pourriel|Corbeille|Brouillons|Brouillon
          Papierkorb|Entwürfe|Entwurf
          Correo no deseado|Papelera|Borradores|Borrador
          Posta indesiderata|Cestino|Bozze
          Lixeira|Lixo|Reciclagem|Rascunhos
          Prullenbak|Prullenmand|Concepten|Ongewenst
          Skräppost|Papperskorgen|Papperskorg|Utkast
          Uønsket post|Papirkurv|Papirkurven|Kladder
          Søppelpost|Søppel|Søppelbøtte
          Roskaposti|Roskakori|Luonnokset
          Ruslpóstur|Rusl|Drög
          Kosz|Wersje robocze|Szkice
          Koš|Kôš|Koncepty|Nevyžádaná pošta|Nevyžiadaná pošta
          Kuka|Lomtár|Piszkozatok|Levélszemét
          Coș de gunoi|Mesaje nefinalizate|Schițe|Ciorne
          Спам|Кошче|Чернови|Боклук
          Корзина|Черновики
          Кошик|Чернетки
          Непожељно|Отпад|Недовршене
          Neželjena pošta|Otpad|Smeće|Skice
          Vsiljena pošta|Smetnjak|Osnutki
          Šlamštas|Šiukšliadėžė|Šiukšlinė|Juodraščiai
          Mēstules|Miskaste|Atkritne|Melnraksti
          Rämpspost|Prügikast|Mustandid
          Ανεπιθύμητα|Ανεπιθύμητη αλληλογραφία|Κάδος|Κάδος απορριμμάτων|Πρόχειρα
          Çöp Kutusu|Çöp|Taslaklar
          ספאם|דואר זבל|אשפה|טיוטות
          غير مرغوب فيه|الرسائل غير المرغوب فيها|المهملات|سلة المهملات|المسودات|مسودات
          هرزنامه|زباله‌دان|سطل زباله|پیش‌نویس‌ها
          स्पैम|ट्रैश|ड्राफ़्ट
          স্প্যাম|ট্র্যাশ|ড্রাফ্ট
          ஸ்பேம்|நீக்கப்பட்டவை|வரைவுகள்
          迷惑メール|ゴミ箱|下書き
          스팸함|스팸|휴지통|임시보관함
          垃圾邮件|已删除邮件|草稿|草稿箱
          垃圾郵件|垃圾桶|寄件備份草稿
          จดหมายขยะ|สแปม|ถังขยะ|ร่างจดหมาย|ฉบับร่าง
          Thư rác|Thùng rác|Thư nháp|Bản nháp
          Sampah|Tong sampah|Draf
          Correu brossa|Paperera|Esborranys
          Zabor-posta|Zakarrontzia|Zirriborroak
          Papeleira
          Basurahan|Mga Draft
          """);

  /** Names that are used for folders, but not for labels. */
  private static final Set<String> FOLDERS =
      names(
          """
          Deleted|Deleted Items|Deleted Messages|Junk Mail|Junk E-mail|Junk Email|Bulk Mail
          Éléments supprimés|Messages supprimés|Gelöschte Elemente|Gelöscht|Spamverdacht
          Elementos eliminados|Posta eliminata|Itens excluídos|Verwijderde items
          Templates|Modèles|Vorlagen|Outbox|Unsent Messages|Postausgang|Boîte d'envoi
          """);

  private static final Set<String> LABELS_ONLY = names("Bin|Rusl|Taka|Kuka");

  private DiscardedFolderNames() {}

  private static Set<String> names(String lines) {
    return lines
        .lines()
        .flatMap(line -> Stream.of(line.split("\\|", -1)))
        .map(DiscardedFolderNames::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Whether it is Gmail's label of discarded mail. */
  static boolean isLabel(String label) {
    return LABELS.contains(folded(label.replace("\"", "")));
  }

  /** Whether the last part of a folder's name is that of a folder of discarded mail. */
  public static boolean isFolder(String name) {
    int part = Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1;
    String last = folded(name.substring(part));
    return !LABELS_ONLY.contains(last) && (LABELS.contains(last) || FOLDERS.contains(last));
  }
}
