/** The page's entry: loads the root element, which loads the rest. */
import './shell/clearover-app.js';
