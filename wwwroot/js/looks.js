import { dress } from "./dress.js";

dress("dialog");
dress("pending");
