// Texts to try, as a server could have printed them.
import quoted from "../sample/quoted.txt";
import stock from "../sample/stock.txt";
import tuned from "../sample/tuned.txt";
import windows from "../sample/windows.txt";

export const samples = { quoted, stock, tuned, windows };
