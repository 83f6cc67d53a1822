// Sign-in and errors: forms and toasts, nothing live.
import "./trouble.js";
import "./fields.js";
import "./reveal.js";
import "./time.js";
import "./retry.js";
import "./sign-out.js";
import "./kept-list.js";
