/** The page's entry: loads the root element, which loads the rest. */
import './page/clearover-app.js';
