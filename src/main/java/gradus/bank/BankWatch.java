package gradus.bank;

/** Watches the files of a bank and reloads them once they have stopped changing. */
public final class BankWatch {
    private final Bank bank;
    private String loaded;
    private String seen;

    /** @param bank a bank that has just been loaded */
    public BankWatch(Bank bank) {
        this.bank = bank;
        this.loaded = bank.fingerprint();
        this.seen = loaded;
    }

    /** Called about once a second. */
    public void look() {
        String now = bank.fingerprint();
        boolean atRest = now.equals(seen);
        seen = now;
        if (atRest && !now.equals(loaded)) {
            bank.load();
            loaded = now;
        }
    }
}
